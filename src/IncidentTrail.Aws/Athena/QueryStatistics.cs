namespace IncidentTrail.Aws.Athena;

/// <summary>What a query has cost so far.</summary>
internal sealed record QueryStatistics(long? DataScannedInBytes, long? TotalExecutionTimeInMillis, long? EngineExecutionTimeInMillis);
