namespace IncidentTrail.Sources.Saving;

/// <summary>How the saving of one log can end.</summary>
internal enum SavedLogOutcome
{
    /// <summary>It was fetched and is whole.</summary>
    Saved,

    /// <summary>It was there already.</summary>
    Present,

    /// <summary>It replaced another one of the same name.</summary>
    Replaced,

    /// <summary>It could not be saved, or another one was kept in its place.</summary>
    Failed,
}
