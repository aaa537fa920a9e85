namespace IncidentTrail.Aws.Athena;

/// <summary>The state of a query: QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED, and why.</summary>
internal sealed record QueryStatus(string? State, string? StateChangeReason, QueryError? AthenaError);
