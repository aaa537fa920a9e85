namespace IncidentTrail.Sources;

/// <summary>A log that is left out, since only proven ones are wanted and it is none.</summary>
/// <param name="log">What its place tells of it, and whether it is invalid or not covered.</param>
internal sealed class UnprovenLog(TrailLog log) : TrailSourceItem
{
    /// <summary>What its place tells of it, and whether it is invalid or not covered.</summary>
    public TrailLog Log => log;
}
