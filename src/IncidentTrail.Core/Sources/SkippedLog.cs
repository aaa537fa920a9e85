namespace IncidentTrail;

/// <summary>A file that is recognised and left alone: a digest, another service's log. It is counted as skipped.</summary>
/// <param name="log">What its place tells of it.</param>
public sealed class SkippedLog(TrailLog log) : TrailSourceItem
{
    /// <summary>What its place tells of it.</summary>
    public TrailLog Log => log;
}
