namespace IncidentTrail.Sources;

/// <summary>A source without an end.</summary>
internal interface IWatchedSource : ITrailSource
{
    /// <summary>What it says beside what it finds.</summary>
    WatchedNotices Notices { get; }

    /// <summary>
    /// What is to be said where the time of a watching is over: that what came may not have been given, since it did not answer or was
    /// not looked through; null where nothing speaks for that.
    /// </summary>
    TrailNotice? Lack { get; }
}
