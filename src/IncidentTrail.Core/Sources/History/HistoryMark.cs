namespace IncidentTrail.Sources.History;

/// <summary>What was read of one account and Region of Event history: all that it showed from one time through another.</summary>
/// <param name="NewestUtc">Its newest event, in UTC.</param>
/// <param name="FromUtc">What is before was not asked for, in UTC; null where all was.</param>
internal readonly record struct HistoryMark(DateTime NewestUtc, DateTime? FromUtc)
{
    /// <summary>Calls that were made before, in UTC, are all visible; of those after it some may have become so since.</summary>
    internal DateTime SettledUtc => NewestUtc - EngineLimits.HistoryLateness;

    /// <summary>
    /// True where nothing that lies between was read, if a window begins at a time: such a window cannot be joined to what was read,
    /// or the time between would pass for read.
    /// </summary>
    internal bool IsGapBefore(DateTime? startUtc) => startUtc > SettledUtc && !(startUtc <= FromUtc);

    /// <summary>From when on a window is to be asked for what came after what was read, and for what has become visible since.</summary>
    /// <param name="startUtc">Where the window begins, in UTC; null where it has no beginning.</param>
    internal DateTime OnwardFrom(DateTime? startUtc) => startUtc > SettledUtc ? startUtc.Value : SettledUtc;

    /// <summary>Up to when, inclusive, a window is to be asked for what lies before what was read; null where it lacks nothing there.</summary>
    /// <param name="startUtc">Where the window begins, in UTC; null where it has no beginning.</param>
    internal DateTime? LackedUpTo(DateTime? startUtc)
    {
        var onward = OnwardFrom(startUtc);
        if (FromUtc is not { } from || startUtc >= from || startUtc >= onward)
            return null;
        return LastSecondBefore(from < onward ? from : onward);
    }

    /// <summary>The same, once a window that leaves no gap was asked for too.</summary>
    /// <param name="newestUtc">The newest event that it showed, in UTC.</param>
    /// <param name="startUtc">Where it begins, in UTC; null where it has no beginning.</param>
    /// <param name="endUtc">Where it ends, in UTC; null where it has no end.</param>
    internal HistoryMark Joined(DateTime newestUtc, DateTime? startUtc, DateTime? endUtc)
    {
        // One that ends before what was read has begun leaves something out between: what is before still counts as not asked for.
        var reachesBack = FromUtc is not null && !(startUtc >= FromUtc) && !(endUtc < FromUtc);
        return new HistoryMark(newestUtc > NewestUtc ? newestUtc : NewestUtc, reachesBack ? startUtc : FromUtc);
    }

    // History tells times in whole seconds, and what is asked for ends with the whole of one.
    private static DateTime LastSecondBefore(DateTime time) =>
        new((time.Ticks - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, time.Kind);
}
