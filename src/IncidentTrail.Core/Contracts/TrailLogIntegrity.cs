namespace IncidentTrail;

/// <summary>Whether a log is what CloudTrail signed, where <c>-RequireValid</c> asked for that.</summary>
public enum TrailLogIntegrity
{
    /// <summary>Nobody asked, or nothing signs what it came from.</summary>
    NotChecked,

    /// <summary>A valid digest lists its hash, and the bytes that were read have it.</summary>
    Valid,

    /// <summary>It is not what a digest lists: changed, with bytes appended, or not to be read.</summary>
    Invalid,

    /// <summary>No valid digest lists it, or none yet.</summary>
    NotCovered,
}
