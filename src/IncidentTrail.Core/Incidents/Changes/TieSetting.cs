namespace IncidentTrail.Incidents.Changes;

/// <summary>What a later call sets anew, so that what an earlier one set there is over.</summary>
internal enum TieSetting
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>A response plan's runbooks, with their roles.</summary>
    Actions,

    /// <summary>A response plan's topics.</summary>
    Topics,

    /// <summary>A replication set's keys, a Region each.</summary>
    Keys,
}
