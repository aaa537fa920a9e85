namespace IncidentTrail.Aws.Athena;

/// <summary>A query as Athena speaks of it.</summary>
internal sealed record QueryExecution(
    QueryStatus? Status, QueryStatistics? Statistics, QueryEngine? EngineVersion, QueryReuse? ResultReuseInformation)
{
    /// <summary>Bytes scanned so far.</summary>
    public long ScannedBytes => Statistics?.DataScannedInBytes ?? 0;

    /// <summary>True for an engine whose casts to JSON keep no names.</summary>
    public bool IsOldEngine => EngineVersion?.EffectiveEngineVersion is { } version
        && (version.EndsWith(" 1", StringComparison.Ordinal) || version.EndsWith(" 2", StringComparison.Ordinal));
}
