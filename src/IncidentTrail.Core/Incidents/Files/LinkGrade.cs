namespace IncidentTrail.Incidents.Files;

/// <summary>How well a call fits an incident, best first.</summary>
internal enum LinkGrade
{
    /// <summary>The record names the incident or its engagement.</summary>
    Named,

    /// <summary>A page to the alias of an open engagement.</summary>
    Alias,

    /// <summary>A page to a contact in an escalation plan or rotation that was engaged.</summary>
    Plan,

    /// <summary>A page to the alias of an engagement whose incident was resolved already.</summary>
    AliasAfterResolution,

    /// <summary>A page to a contact in a plan or rotation whose engagement was made before the incident was resolved.</summary>
    PlanAfterResolution,

    /// <summary>The incident was open at the time.</summary>
    Time,
}
