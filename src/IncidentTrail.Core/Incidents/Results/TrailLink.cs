namespace IncidentTrail;

/// <summary>How surely a call belongs to an incident.</summary>
public enum TrailLink
{
    /// <summary>The record names the incident, or an engagement that was made for it.</summary>
    Certain,

    /// <summary>Nothing in the record names the incident; alias, time or caller speak for it.</summary>
    Inferred,
}
