namespace IncidentTrail.Checkpoints;

/// <summary>
/// Files that may be written on, each with how far it was read: what comes before that is not given again, as long as the file
/// still begins as it did. For several threads.
/// </summary>
/// <param name="given">The files that were given, by what stands for their paths.</param>
internal sealed class FileMemory(Dictionary<ulong, FileMark> given)
{
    private readonly object _lock = new();
    private readonly Dictionary<TrailLog, Reading> _readings = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ulong> _met = [];

    // Beginnings of files that are not there any more, or begin otherwise by now: what was renamed may not be read at once.
    private readonly List<(FileMark Mark, long Look)> _left = [];
    private long _look;
    private FileBeginnings? _beginnings;
    private bool _follows = true;

    /// <summary>The files that were given, to be stored.</summary>
    internal Dictionary<ulong, FileMark> All
    {
        get
        {
            lock (_lock)
                return new(given);
        }
    }

    /// <summary>Notes that a file is there; true where it was written since, though it may be as long as it was.</summary>
    internal bool IsRewritten(TrailLog log)
    {
        if (!MayGrow(log))
            return false;
        var path = LogMark.OfPath(log).Hash;
        lock (_lock)
        {
            _met.Add(path);
            return given.TryGetValue(path, out var mark) && log.LastModifiedUtc is { } written && written.Ticks != mark.Written;
        }
    }

    /// <summary>Follows a log as it is read, where it is a file that may be written on.</summary>
    internal FoundLog Followed(FoundLog found) => !_follows || found.Delivery is not null || !MayGrow(found.Log) ? found
        : new FoundLog(found.Log, token => OpenAsync(found, token)) { IsInOrder = found.IsInOrder };

    /// <summary>Notes a record that is read, and tells whether it was given before.</summary>
    internal bool IsKnown(TrailLog log, int index, ulong mark)
    {
        lock (_lock)
        {
            if (!_readings.TryGetValue(log, out var reading))
                return false;
            (reading.Records, reading.Last) = (index + 1, mark);
            return reading.Before is { } before
                && (index < before.Records - 1 || (index == before.Records - 1 && mark == before.Last));
        }
    }

    /// <summary>Ends the reading of a file.</summary>
    /// <param name="log">The file.</param>
    /// <param name="isGiven">True where all of it was given.</param>
    /// <returns>False where another took its place while it was opened: records of that were taken for such as were given before.</returns>
    internal bool End(TrailLog log, bool isGiven)
    {
        lock (_lock)
        {
            var wasFollowed = _readings.Remove(log, out var reading);
            if (reading is { IsAsBefore: false })
                return false;
            if (!isGiven || !MayGrow(log))
                return true;
            var path = LogMark.OfPath(log).Hash;
            var written = log.LastModifiedUtc?.Ticks ?? 0;
            if (given.TryGetValue(path, out var before) && reading?.Before?.Hash != before.Hash)
                _left.Add((before, _look));
            // Of what was not followed to its end it is known when it was written: one of the same size may take its place.
            given[path] = wasFollowed && reading is { Beginning: { } mark, Records: > 0 }
                ? mark with { Records = reading.Records, Last = reading.Last, Written = written } : before with { Written = written };
            return true;
        }
    }

    /// <summary>Begins to list from the start.</summary>
    /// <param name="follows">False within a window: what is before it was not given.</param>
    internal void BeginPass(bool follows)
    {
        lock (_lock)
        {
            _follows = follows;
            _beginnings = null;
            _met.Clear();
            _look++;
            _left.RemoveAll(left => _look - left.Look > WatchLimits.MostLooksBetweenTries);
        }
    }

    /// <summary>Ends a listing that came to its end: what was not met in it is not there any more.</summary>
    internal void EndPass()
    {
        lock (_lock)
        {
            foreach (var (gone, mark) in given.Where(file => !_met.Contains(file.Key)).ToList())
            {
                given.Remove(gone);
                _left.Add((mark, _look));
            }
        }
    }

    /// <summary>True for a file that may be written on: CloudTrail's logs are laid down once, and what has no size has no end.</summary>
    internal static bool MayGrow(TrailLog log) => log is { Path: { } path, Size: not null, IsDelivered: false } && path == log.Location;

    private async ValueTask<Stream> OpenAsync(FoundLog found, CancellationToken token)
    {
        FileMark own;
        FileBeginnings beginnings;
        lock (_lock)
        {
            own = given.GetValueOrDefault(LogMark.OfPath(found.Log).Hash);
            // As they were when the listing began: a name may be given anew before the file that had it is opened.
            beginnings = _beginnings ??= new FileBeginnings([.. given.Values, .. _left.Select(left => left.Mark)]);
        }
        var before = BeginningHash.Fits(found.Log, own) ? own : beginnings.Of(found.Log);
        var stored = await found.OpenAsync(token).ConfigureAwait(false);
        lock (_lock)
            _readings[found.Log] = new Reading { Before = before };
        return new FollowedFile(stored, before, (hash, isAsBefore) => Read(found.Log, hash, isAsBefore));
    }

    private void Read(TrailLog log, BeginningHash? hash, bool isAsBefore)
    {
        lock (_lock)
        {
            if (!_readings.TryGetValue(log, out var reading))
                return;
            reading.Beginning = hash is null ? null : new FileMark(hash.Size, hash.Value(), 0, 0, 0) { Head = hash.Head };
            reading.IsAsBefore = isAsBefore;
        }
    }

    private sealed class Reading
    {
        public FileMark? Before { get; init; }

        public int Records { get; set; }

        public ulong Last { get; set; }

        public FileMark? Beginning { get; set; }

        public bool IsAsBefore { get; set; } = true;
    }
}
