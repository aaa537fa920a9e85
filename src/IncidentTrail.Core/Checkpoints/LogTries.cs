namespace IncidentTrail.Checkpoints;

/// <summary>
/// The logs that a run has on their way, and those that it could not read: each of these is tried again at later looks at the
/// source, ever more seldom, since what is denied for good is asked for in vain. It holds no more than fail now.
/// </summary>
/// <param name="gate">Held while something is noted.</param>
/// <param name="folders">The logs that wait for this run or the next.</param>
internal sealed class LogTries(object gate, FolderMemories folders)
{
    private readonly HashSet<ulong> _underWay = [];
    private readonly Dictionary<ulong, FailedLog> _failed = [];
    private long _look;

    /// <summary>Begins to read a log that was found; false for one that is on its way, or is left alone at this look.</summary>
    internal bool Begin(TrailLog log)
    {
        if (Checkpoint.IsAnswer(log))
            return true;
        var mark = LogMark.Of(log);
        lock (gate)
        {
            if (!_failed.TryGetValue(mark.Hash, out var failed))
                return _underWay.Add(mark.Hash);
            failed.MetAt = _look;
            // What this run does not come to any more is left to the next.
            folders.Failed(mark);
            return _look >= failed.NextLook && _underWay.Add(mark.Hash);
        }
    }

    /// <summary>True for a log that could not be read at an earlier look.</summary>
    internal bool HasFailed(TrailLog log)
    {
        lock (gate)
            return _failed.Count > 0 && _failed.ContainsKey(LogMark.Of(log).Hash);
    }

    /// <summary>Begins to look through the source.</summary>
    internal void BeginLook() => _look++;

    /// <summary>Notes a log that is done with.</summary>
    internal void Done(ulong log)
    {
        _underWay.Remove(log);
        _failed.Remove(log);
    }

    /// <summary>Notes a log that could not be read.</summary>
    internal void Failed(ulong log)
    {
        _underWay.Remove(log);
        if (!_failed.TryGetValue(log, out var failed))
            _failed.Add(log, failed = new FailedLog());
        failed.MetAt = _look;
        failed.NextLook = _look + failed.Pause;
        failed.Pause = Math.Min(2 * failed.Pause, WatchLimits.MostLooksBetweenTries);
    }

    /// <summary>Ends a look that came to its end: what it did not find is not there any more.</summary>
    internal void EndLook()
    {
        foreach (var gone in _failed.Where(log => log.Value.MetAt != _look).Select(log => log.Key).ToList())
            _failed.Remove(gone);
    }

    private sealed class FailedLog
    {
        public long MetAt { get; set; }

        public long NextLook { get; set; }

        public int Pause { get; set; } = 1;
    }
}
