namespace IncidentTrail;

// Numbers begin at 1: PowerShell takes the member 0 for nothing (findings/powershell-first-of-an-enum-is-nothing.sh).
/// <summary>How surely a call belongs to an incident.</summary>
public enum TrailLink
{
    /// <summary>The record names the incident, or an engagement that was made for it.</summary>
    Certain = 1,

    /// <summary>Nothing in the record names the incident; alias, time or caller speak for it.</summary>
    Inferred,
}
