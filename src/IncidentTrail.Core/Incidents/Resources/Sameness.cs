namespace IncidentTrail.Incidents.Resources;

/// <summary>Whether two names mean one thing.</summary>
internal enum Sameness
{
    /// <summary>Kind, name, account, Region and parent agree, as far as the kind has them.</summary>
    Same,

    /// <summary>One of them differs.</summary>
    Other,

    /// <summary>None is known to differ, and one of them is not known.</summary>
    Unknown,
}
