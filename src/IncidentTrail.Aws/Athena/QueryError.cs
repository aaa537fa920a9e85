namespace IncidentTrail.Aws.Athena;

/// <summary>What made a query fail.</summary>
internal sealed record QueryError(int? ErrorCategory, int? ErrorType, string? ErrorMessage);
