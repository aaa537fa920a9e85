namespace IncidentTrail;

/// <summary>What a result of a test of log integrity is about.</summary>
public enum TrailIntegrityKind
{
    /// <summary>A digest, which CloudTrail signs each hour.</summary>
    Digest,

    /// <summary>A digest of logs that were delivered late; these are a chain of their own.</summary>
    BackfillDigest,

    /// <summary>A log file.</summary>
    Log,
}
