namespace IncidentTrail;

/// <summary>The kinds of fault; each is one error id and category at the prompt.</summary>
public enum TrailFaultKind
{
    /// <summary>A path, bucket, key, trail or queue does not exist, or a wildcard matches nothing.</summary>
    SourceNotFound,

    /// <summary>The caller may not read it (bucket policy, IAM, or the KMS key's policy).</summary>
    AccessDenied,

    /// <summary>No credentials, or they are expired or invalid.</summary>
    Credentials,

    /// <summary>A record is not valid JSON or not a CloudTrail record.</summary>
    RecordInvalid,

    /// <summary>A log could not be read to its end: truncated, corrupt, archived, or its KMS key is disabled.</summary>
    ReadFailed,

    /// <summary>The connection failed, or was cut each time it was tried.</summary>
    Connection,

    /// <summary>The service kept throttling.</summary>
    Throttled,

    /// <summary>An argument makes no sense.</summary>
    Argument,
}
