namespace IncidentTrail.Records;

/// <summary>What an object of a log is.</summary>
internal enum RecordFormKind
{
    /// <summary>A CloudTrail record.</summary>
    Record,

    /// <summary>An envelope that holds the record as an object (EventBridge's <c>detail</c>).</summary>
    Inner,

    /// <summary>An envelope that holds the record as text (LookupEvents, Find-CTEvent, CloudWatch Logs).</summary>
    Text,

    /// <summary>An object that holds a list of records or envelopes.</summary>
    List,

    /// <summary>A digest file.</summary>
    Digest,

    /// <summary>Something else, well formed.</summary>
    Foreign,

    /// <summary>Not well formed.</summary>
    Broken,
}
