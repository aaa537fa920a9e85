namespace IncidentTrail.Aws.Athena;

/// <summary>What StartQueryExecution answers.</summary>
internal sealed record StartQueryExecutionAnswer(string? QueryExecutionId);
