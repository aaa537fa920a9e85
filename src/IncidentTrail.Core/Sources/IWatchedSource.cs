namespace IncidentTrail.Sources;

/// <summary>A source without an end.</summary>
internal interface IWatchedSource : ITrailSource
{
    /// <summary>What it says beside what it finds.</summary>
    WatchedNotices Notices { get; }
}
