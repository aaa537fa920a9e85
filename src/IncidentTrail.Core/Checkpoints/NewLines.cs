namespace IncidentTrail.Checkpoints;

/// <summary>The records of history, as lines, that one reading saves.</summary>
/// <param name="events">Those that were saved before.</param>
internal sealed class NewLines(EventMemory events)
{
    private readonly Dictionary<ulong, DateTime?> _lines = [];

    /// <summary>True for a line that was not saved before, and did not come before.</summary>
    internal bool IsNew(byte[] line)
    {
        var mark = StableHash.Of(line);
        return !events.Contains(mark) && _lines.TryAdd(mark, HistoryLineTime.Of(line));
    }

    /// <summary>Notes that the lines that were new are saved.</summary>
    internal void Saved()
    {
        foreach (var (mark, time) in _lines)
            events.Add(mark, time);
        _lines.Clear();
    }

    /// <summary>Begins a reading.</summary>
    internal void Clear() => _lines.Clear();
}
