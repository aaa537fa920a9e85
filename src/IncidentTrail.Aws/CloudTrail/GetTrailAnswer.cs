namespace IncidentTrail.Aws.CloudTrail;

/// <summary>The answer of GetTrail.</summary>
internal sealed record GetTrailAnswer(TrailDescription? Trail);
