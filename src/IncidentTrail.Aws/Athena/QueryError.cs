namespace IncidentTrail.Aws.Athena;

/// <summary>What made a query fail.</summary>
internal sealed record QueryError(string? ErrorMessage);
