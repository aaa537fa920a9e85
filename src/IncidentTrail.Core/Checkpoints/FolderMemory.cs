namespace IncidentTrail.Checkpoints;

/// <summary>
/// Which logs of one Region's folder were given. A log may come as late as the slack says, so those of the slack before the last
/// one given are kept by name; what is older is over, but for those that could not be read.
/// </summary>
/// <param name="slack">How late a log may come, in minutes.</param>
internal sealed class FolderMemory(int slack)
{
    private readonly HashSet<ulong> _met = [];
    private readonly HashSet<ulong> _failed = [];
    private bool _isBlocked;
    private int _cleanAt;

    /// <summary>The logs given, with their minutes.</summary>
    internal Dictionary<ulong, int> Seen { get; init; } = [];

    /// <summary>The logs that could not be read and come again.</summary>
    internal Dictionary<ulong, int> Waiting { get; init; } = [];

    /// <summary>The minute up to which all was given, without a gap; 0 for none.</summary>
    internal int Reached { get; set; }

    /// <summary>The minute before which everything is over; 0 for none.</summary>
    internal int Over { get; set; }

    /// <summary>The first minute that is to be listed; 0 for all.</summary>
    internal int ListFrom => Waiting.Count == 0 ? Over : Math.Min(Over, Waiting.Values.Min());

    /// <summary>True for a log that is not to be given.</summary>
    internal bool IsKnown(LogMark log) => Seen.ContainsKey(log.Hash)
        || (log.Minute != LogMark.NoMinute && log.Minute < Over && !Waiting.ContainsKey(log.Hash));

    /// <summary>Notes a log of which everything was given.</summary>
    /// <param name="log">The log.</param>
    /// <param name="seen">What it is known by from here on.</param>
    /// <param name="now">The minute it is.</param>
    internal void Done(LogMark log, ulong seen, int now)
    {
        Waiting.Remove(log.Hash);
        _failed.Remove(log.Hash);
        _met.Add(seen);
        if (log.Minute == LogMark.NoMinute || log.Minute >= Over)
            Seen[seen] = log.Minute;
        Reach(log.Minute, now);
    }

    /// <summary>Notes that a log that was given is still there.</summary>
    internal void Met(LogMark log) => _met.Add(log.Hash);

    /// <summary>Notes a log that could not be read: it holds nobody up, and is asked for again.</summary>
    internal void Failed(LogMark log, int now)
    {
        _failed.Add(log.Hash);
        if (log.Minute == LogMark.NoMinute)
            return;
        Waiting[log.Hash] = log.Minute;
        Reach(log.Minute, now);
    }

    /// <summary>Notes a log of which not everything was given: nothing behind it is over before it is.</summary>
    internal void PassedOver() => _isBlocked = true;

    /// <summary>Begins to list from the start.</summary>
    internal void BeginPass()
    {
        _isBlocked = false;
        _met.Clear();
        _failed.Clear();
    }

    /// <summary>Ends a listing that came to its end: what was not met in it is not there any more.</summary>
    internal void EndPass()
    {
        foreach (var gone in Seen.Where(mark => mark.Value == LogMark.NoMinute && !_met.Contains(mark.Key)).Select(mark => mark.Key).ToList())
            Seen.Remove(gone);
        foreach (var gone in Waiting.Keys.Where(hash => !_failed.Contains(hash)).ToList())
            Waiting.Remove(gone);
    }

    // A name in the future is a mistake of a clock, and ends nothing before it comes.
    private void Reach(int minute, int now)
    {
        if (_isBlocked || minute == LogMark.NoMinute)
            return;
        Reached = Math.Max(Reached, Math.Min(minute, now));
        var over = Reached - slack - (int)EngineLimits.NamesMayBeEarly.TotalMinutes;
        if (over <= Over)
            return;
        Over = over;
        if (Seen.Count <= _cleanAt)
            return;
        foreach (var old in Seen.Where(mark => mark.Value != LogMark.NoMinute && mark.Value < over).Select(mark => mark.Key).ToList())
            Seen.Remove(old);
        // Seldom enough that looking through all of them costs nothing.
        _cleanAt = 2 * Seen.Count;
    }
}
