using System.Runtime.CompilerServices;
using IncidentTrail.Reading;

namespace IncidentTrail.Sessions;

/// <summary>
/// The events delivered so far, 24 bytes each: what tells an event from others, its JSON's hash, and where it was found.
/// It is the only thing that grows while a trail is read.
/// </summary>
internal sealed class DuplicateTable
{
    private readonly List<TrailLog> _logs = [];
    private Entry[] _entries = new Entry[1024];
    private int _count;

    private record struct Entry(ulong High, uint Low, uint Content, int Log, int Index);

    /// <summary>Adds an event; where it repeats one, gives where that one was found and whether its JSON is the same.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool TryAdd(EventKey? eventKey, TrailLog log, int index, out (TrailLog Log, int Index, bool SameContent) first)
    {
        first = default;
        if (eventKey is not { } key)
            return true;
        var at = Find(key);
        if (_entries[at].Log != 0)
        {
            var entry = _entries[at];
            first = (_logs[entry.Log - 1], entry.Index, entry.Content == key.Content);
            return false;
        }
        if (_logs.Count == 0 || !ReferenceEquals(_logs[^1], log))
            _logs.Add(log);
        _entries[at] = new Entry(key.High, key.Low, key.Content, _logs.Count, index);
        if (++_count > _entries.Length / 4 * 3)
            Grow();
        return true;
    }

    [MethodImpl(Jit.Hot)]
    private int Find(EventKey key)
    {
        var mask = _entries.Length - 1;
        var at = (int)key.High & mask;
        while (_entries[at].Log != 0 && (_entries[at].High != key.High || _entries[at].Low != key.Low))
            at = (at + 1) & mask;
        return at;
    }

    [MethodImpl(Jit.Hot)]
    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Log != 0)
                _entries[Find(new EventKey(entry.High, entry.Low, entry.Content))] = entry;
        }
    }
}
