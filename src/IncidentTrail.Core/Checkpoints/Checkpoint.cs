using IncidentTrail.Events;
using IncidentTrail.Records;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// What was given of a source, so that the next reading gives what is new and nothing twice. It holds no events: a mark of eight
/// bytes for each log of the slack, and for the events given last. For several threads: what is listed is ahead of what is given.
/// </summary>
internal sealed class Checkpoint
{
    private readonly object _lock = new();
    private readonly FolderMemories _folders;
    private readonly EventMemory _events;
    private readonly NewLines _lines;
    private bool _isWindowed;
    private DateTime? _beginUtc;

    /// <param name="scope">What it is of.</param>
    /// <param name="slack">How late a log may come.</param>
    /// <param name="stored">What was stored of it; null for a new one.</param>
    /// <param name="clock">The clock.</param>
    internal Checkpoint(CheckpointScope scope, TimeSpan slack, CheckpointState? stored = null, TimeProvider? clock = null)
    {
        Scope = scope;
        _folders = new FolderMemories(stored?.Folders ?? [], slack, clock ?? TimeProvider.System);
        _events = new EventMemory { Given = stored?.Events ?? [] };
        _lines = new NewLines(_events);
        Files = new FileMemory(stored?.Files ?? []);
        PassedOverFiles = new PassedOverFiles(_lock, _folders, Files, _events);
        Tries = new LogTries(_lock, _folders);
        History = new HistoryMarks(stored?.History ?? []);
        _beginUtc = stored?.BeginUtc;
    }

    /// <summary>What it is of.</summary>
    internal CheckpointScope Scope { get; }

    /// <summary>How far files were read that may be written on.</summary>
    internal FileMemory Files { get; }

    /// <summary>Files that were there before anything was given.</summary>
    internal PassedOverFiles PassedOverFiles { get; }

    /// <summary>The logs that this run reads, and could not read.</summary>
    internal LogTries Tries { get; }

    /// <summary>Up to where Event history was swept.</summary>
    internal HistoryMarks History { get; }

    /// <summary>Folders nobody has met yet are listed from here on, in UTC; null for all that is in them.</summary>
    internal DateTime? BeginUtc
    {
        get => _beginUtc;
        set
        {
            lock (_lock)
            {
                _beginUtc = value;
                Changes++;
            }
        }
    }

    /// <summary>How often something was noted.</summary>
    internal long Changes { get; private set; }

    /// <summary>What of it is to be stored: as it is now, whatever is noted meanwhile.</summary>
    internal CheckpointState State()
    {
        lock (_lock)
            return new CheckpointState(BeginUtc, _folders.All, new(_events.Given), History.All) { Files = Files.All };
    }

    /// <summary>Where a Region's folder is to be listed from, in UTC; null for all of it.</summary>
    internal DateTime? ListFrom(string folder)
    {
        lock (_lock)
            return _folders.ListFrom(folder) ?? BeginUtc;
    }

    /// <summary>True for a log that was given before.</summary>
    internal bool IsKnown(TrailLog log)
    {
        if (IsAnswer(log))
            return false;
        var mark = LogMark.Of(log);
        var isRewritten = Files.IsRewritten(log);
        lock (_lock)
            return IsBeforeBegin(mark) || (_folders.IsKnown(mark, log) && !isRewritten);
    }

    /// <summary>True for an event that was given before.</summary>
    internal bool IsKnown(in RecordBytes record, EventKey? key, TrailLog log, int index)
    {
        var mark = StableHash.OfEvent(record, key, log, index);
        lock (_lock)
            return Files.IsKnown(log, index, mark) || _events.Contains(mark);
    }

    /// <summary>Notes an event that was given.</summary>
    internal void Gave(TrailEvent trailEvent)
    {
        var mark = StableHash.OfEvent(trailEvent.Record, trailEvent.Key, trailEvent.SourceLog, trailEvent.Index);
        lock (_lock)
        {
            _events.Add(mark, trailEvent.EventTimeUtc);
            Changes++;
        }
    }

    /// <summary>Notes that a log that is passed over is still there.</summary>
    internal void Met(TrailLog log)
    {
        if (log.Path is null && LogMark.Of(log) is { Minute: not LogMark.NoMinute })
            return;
        lock (_lock)
        {
            _folders.Met(LogMark.Of(log));
            _folders.Met(LogMark.Of(log).OfDamaged(log));
            _folders.Met(LogMark.OfPath(log));
        }
    }

    /// <summary>Notes a log of which everything was given, or all that could be read of it.</summary>
    internal void Done(TrailLog log, bool isWhole = true) => Note(log, isGiven: true, (mark, isRead) =>
    {
        // What took its place is read by the next look.
        if (isRead)
            _folders.Done(mark, log, isWhole);
        Tries.Done(mark.Hash);
    });

    /// <summary>Notes a log that could not be read.</summary>
    /// <param name="log">The log.</param>
    /// <param name="isGone">True where it was not there any more: it is read where it comes back, and not waited for.</param>
    internal void Failed(TrailLog log, bool isGone = false) => Note(log, isGiven: false, (mark, _) =>
    {
        if (!isGone)
            _folders.Failed(mark);
        Tries.Failed(mark.Hash);
    });

    /// <summary>True for a log of 0 bytes that was told of before. It is waited for however old it is: somebody may copy it again.</summary>
    internal bool IsTold(TrailLog log)
    {
        var told = LogMark.OfEmpty(log);
        lock (_lock)
        {
            _folders.Failed(LogMark.Of(log));
            _folders.Met(told);
            return _folders.IsKnown(told);
        }
    }

    /// <summary>Notes a log of 0 bytes that is told of.</summary>
    internal void Told(TrailLog log)
    {
        lock (_lock)
        {
            _folders.Done(LogMark.OfEmpty(log));
            Changes++;
        }
    }

    /// <summary>Notes a log of which not everything was given.</summary>
    internal void PassedOver(TrailLog log)
    {
        lock (_lock)
            _folders.PassedOver(LogMark.Of(log));
        Files.End(log, isGiven: false);
    }

    /// <summary>Begins a reading of the source from its start.</summary>
    internal void BeginPass(TrailQuery query)
    {
        lock (_lock)
        {
            _isWindowed = query.StartTimeUtc is not null || query.EndTimeUtc is not null;
            _folders.BeginPass();
            Tries.BeginLook();
            Files.BeginPass(follows: !_isWindowed);
            _lines.Clear();
            History.BeginPass();
            History.BeginUtc = _beginUtc;
        }
    }

    /// <summary>Ends a reading of which everything was given.</summary>
    /// <param name="isWhole">True where nothing of the source failed.</param>
    internal void EndPass(bool isWhole)
    {
        lock (_lock)
        {
            if (isWhole)
                Tries.EndLook();
            if (isWhole && !_isWindowed)
            {
                _folders.EndPass();
                Files.EndPass();
            }
            History.EndPass();
            if (History.SettledUtc is { } settled)
                _events.DropBefore(LogMark.MinuteOf(settled) - 1);
            _events.Trim();
            Changes++;
        }
    }

    /// <summary>True for a record of history, as a line, that was not saved before; it counts as saved with <see cref="SavedLines"/>.</summary>
    internal bool IsNewLine(byte[] line)
    {
        lock (_lock)
            return _lines.IsNew(line);
    }

    /// <summary>Notes that the lines that were new are saved, and ends the reading.</summary>
    internal void SavedLines()
    {
        lock (_lock)
        {
            _lines.Saved();
            EndPass(isWhole: true);
        }
    }

    // What history answers is no log that could be met again.
    internal static bool IsAnswer(TrailLog log) => log is { Kind: TrailLogKind.EventHistory, Path: null };

    private bool IsBeforeBegin(LogMark mark) =>
        BeginUtc is { } begin && mark.Minute != LogMark.NoMinute && mark.Minute < LogMark.MinuteOf(begin);

    private void Note(TrailLog log, bool isGiven, Action<LogMark, bool> note)
    {
        if (IsAnswer(log))
            return;
        var isRead = Files.End(log, isGiven);
        var mark = LogMark.Of(log);
        lock (_lock)
        {
            note(mark, isRead);
            _events.Bound();
            Changes++;
        }
    }
}
