namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A page of ListTrails.</summary>
internal sealed record ListTrailsAnswer(IReadOnlyList<ListedTrail>? Trails, string? NextToken);
