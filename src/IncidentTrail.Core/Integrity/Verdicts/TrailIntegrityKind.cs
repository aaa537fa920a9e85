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

    /// <summary>The manifest of a package that Export-IncidentTrailEvidence made: it names the sum of each other file.</summary>
    Manifest,

    /// <summary>Another file of such a package: it is what the manifest says, or not.</summary>
    File,
}
