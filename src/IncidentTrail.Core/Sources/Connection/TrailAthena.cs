namespace IncidentTrail;

/// <summary>Which table of Athena's is meant, and how it is asked.</summary>
public sealed class TrailAthena
{
    /// <summary>Database and table, as <c>database.table</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The work group; null for Athena's own.</summary>
    public string? WorkGroup { get; init; }

    /// <summary>Where results are put, as <c>s3://bucket/prefix/</c>; null for the work group's place.</summary>
    public string? OutputLocation { get; init; }

    /// <summary>How many bytes a query may scan before it is stopped; null for no limit.</summary>
    public long? MaxScannedBytes { get; init; }

    /// <summary>An answer of the same statement is taken where it is no older than so many minutes; null to ask anew.</summary>
    public int? ReuseMinutes { get; init; }
}
