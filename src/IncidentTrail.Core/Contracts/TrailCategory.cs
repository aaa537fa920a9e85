namespace IncidentTrail;

// Numbers begin at 1: PowerShell takes the member 0 for nothing (findings/powershell-first-of-an-enum-is-nothing.sh).
/// <summary>Which part of Incident Manager a change touches, by the action catalogue.</summary>
public enum TrailCategory
{
    /// <summary>Incident records and their related items.</summary>
    Lifecycle = 1,

    /// <summary>An incident's timeline events: its notes.</summary>
    Notes,

    /// <summary>Engagements and pages.</summary>
    Engagement,

    /// <summary>Contacts, contact channels, rotations and overrides.</summary>
    OnCall,

    /// <summary>Response plans.</summary>
    Plan,

    /// <summary>Resource policies and contact policies.</summary>
    Sharing,

    /// <summary>Replication sets and their deletion protection.</summary>
    Replication,
}
