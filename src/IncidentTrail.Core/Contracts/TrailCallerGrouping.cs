namespace IncidentTrail;

/// <summary>What counts as one caller.</summary>
public enum TrailCallerGrouping
{
    /// <summary>Each user, and each session of a role.</summary>
    Session,

    /// <summary>Each user, and each role with all its sessions.</summary>
    Role,

    /// <summary>Each account, with all who called from it.</summary>
    Account,
}
