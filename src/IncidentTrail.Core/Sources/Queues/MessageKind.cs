namespace IncidentTrail.Sources.Queues;

/// <summary>What a queue's message is.</summary>
internal enum MessageKind
{
    /// <summary>It names logs that were delivered.</summary>
    Logs,

    /// <summary>It is a record of CloudTrail's itself, as EventBridge sends them.</summary>
    Record,

    /// <summary>It is understood and names no log to read.</summary>
    Nothing,

    /// <summary>Nobody knows what it is.</summary>
    Unknown,
}
