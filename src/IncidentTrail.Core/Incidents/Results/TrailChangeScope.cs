namespace IncidentTrail;

// Numbers begin at 1: PowerShell takes the member 0 for nothing (findings/powershell-first-of-an-enum-is-nothing.sh).
/// <summary>What a change before an incident or while it ran touched. Lists of changes are in this order.</summary>
public enum TrailChangeScope
{
    /// <summary>A trail itself, its bucket or its key: what is not recorded, or not kept, cannot be read.</summary>
    Trail = 1,

    /// <summary>This incident's response plan, its contacts, or what started it.</summary>
    Incident,

    /// <summary>Anything else of the kinds that can keep a page from going out.</summary>
    Other,
}
