namespace IncidentTrail;

/// <summary>How a report is written.</summary>
public sealed class TrailReportOptions
{
    /// <summary>The form.</summary>
    public TrailReportFormat Format { get; init; }

    /// <summary>Shows accept codes, activation codes and delivery addresses, which are masked otherwise.</summary>
    public bool IncludeSensitive { get; init; }

    /// <summary>Replaces people by labels, and leaves out what would name them: records, addresses, user agents, free text.</summary>
    public bool Pseudonymize { get; init; }

    /// <summary>Begins the file with a byte order mark, by which Excel knows UTF-8.</summary>
    public bool ByteOrderMark { get; init; }
}
