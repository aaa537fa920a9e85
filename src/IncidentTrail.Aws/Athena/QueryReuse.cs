namespace IncidentTrail.Aws.Athena;

/// <summary>Whether the answer is that of an earlier query.</summary>
internal sealed record QueryReuse(bool ReusedPreviousResult);
