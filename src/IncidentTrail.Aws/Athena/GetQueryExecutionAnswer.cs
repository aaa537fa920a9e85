namespace IncidentTrail.Aws.Athena;

/// <summary>What GetQueryExecution answers.</summary>
internal sealed record GetQueryExecutionAnswer(QueryExecution? QueryExecution);
