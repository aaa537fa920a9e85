namespace IncidentTrail.Sources.History;

/// <summary>How much of the time asked for Event history has been read: it comes newest first.</summary>
internal static class HistoryProgress
{
    /// <summary>The name of the source in the coverage.</summary>
    public const string SourceName = "Event history";

    /// <summary>The part of the window behind the reading, in percent, and the time reached; null before the first answer.</summary>
    public static (int Percent, DateTime BackToUtc)? Of(TrailCoverage coverage, TrailQuery query, DateTime utcNow)
    {
        var end = query.EndTimeUtc < utcNow ? query.EndTimeUtc.Value : utcNow;
        var start = query.StartTimeUtc > utcNow - EngineLimits.HistoryReach ? query.StartTimeUtc.Value : utcNow - EngineLimits.HistoryReach;
        if (coverage.Find(SourceName)?.Reaches.Min(r => r.ReadBackToUtc) is not { } back || end <= start)
            return null;
        return ((int)Math.Clamp((end - back) / (end - start) * 100, 0, 100), back);
    }
}
