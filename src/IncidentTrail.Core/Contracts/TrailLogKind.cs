namespace IncidentTrail;

/// <summary>What a log file holds, by the folder of its key or, for a loose file, by its name.</summary>
public enum TrailLogKind
{
    /// <summary>Unknown from the location: the content decides.</summary>
    Unknown,

    /// <summary>Management and data events (folder <c>CloudTrail</c>).</summary>
    CloudTrail,

    /// <summary>Insights events (folder <c>CloudTrail-Insight</c>).</summary>
    Insight,

    /// <summary>Network activity events (folder <c>CloudTrail-NetworkActivity</c>).</summary>
    NetworkActivity,

    /// <summary>Aggregated events (folder <c>CloudTrail-Aggregated</c>).</summary>
    Aggregated,

    /// <summary>A digest, which holds signatures of log files and no events (folder <c>CloudTrail-Digest</c>).</summary>
    Digest,

    /// <summary>Records of Event history, from the API or from a saved answer of it.</summary>
    EventHistory,

    /// <summary>A log of another service, which shares the <c>AWSLogs</c> folder.</summary>
    OtherService,
}
