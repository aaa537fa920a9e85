using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Sessions;

/// <summary>
/// The events delivered so far, some 30 bytes each: what tells an event from others, its JSON's hash, and where it was found.
/// It is the only thing that grows while a trail is read, and it does so in pieces, so that what has grown is never held
/// twice, and memory once touched is not left behind.
/// </summary>
internal sealed class DuplicateTable
{
    private const int TagShift = 32;

    // Events come log by log: a log's first event tells which are its own.
    private readonly List<TrailLog> _logs = [];
    private readonly List<uint> _firsts = [];
    private readonly DuplicateEntries _entries = new();
    private DuplicateSegment[] _segments = [new DuplicateSegment(0)];

    // So many of a tag's upper bits choose its segment.
    private int _bits;
    private ulong _touched;

    /// <summary>
    /// Looks where events will be looked for, all at once: one after the other, each would wait for memory that no cache
    /// holds.
    /// </summary>
    [MethodImpl(Jit.Hot)]
    internal void Touch(ReadOnlySpan<KeptRecord> records)
    {
        ulong touched = 0;
        foreach (ref readonly var record in records)
        {
            if (record.Key is { } key)
                touched ^= _segments[PlaceOf(TagOf(key))].First(TagOf(key));
        }
        // Kept, so that no compiler leaves the looking out.
        _touched = touched;
    }

    /// <summary>Adds an event; where it repeats one, gives where that one was found and what its JSON hashes to.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool TryAdd(EventKey? eventKey, TrailLog log, int index, out (TrailLog Log, int Index, uint Content) first)
    {
        first = default;
        if (eventKey is not { } key)
            return true;
        var tag = TagOf(key);
        var segment = _segments[PlaceOf(tag)];
        uint at = 0;
        while (segment.TryNext(tag, ref at, out var number))
        {
            ref readonly var entry = ref _entries[number];
            if (!IsOf(key, entry))
                continue;
            first = (LogOf(number), entry.Index, entry.Content);
            return false;
        }
        var added = _entries.Add(new DuplicateEntry((uint)key.High, key.Low, key.Content, index));
        if (_logs.Count == 0 || !ReferenceEquals(_logs[^1], log))
        {
            _logs.Add(log);
            _firsts.Add(added);
        }
        if (segment.Add(tag, at, added))
            Split(segment);
        return true;
    }

    /// <summary>True where an event was added.</summary>
    internal bool Holds(EventKey key)
    {
        var tag = TagOf(key);
        var segment = _segments[PlaceOf(tag)];
        uint at = 0;
        while (segment.TryNext(tag, ref at, out var number))
        {
            if (IsOf(key, _entries[number]))
                return true;
        }
        return false;
    }

    private static uint TagOf(EventKey key) => (uint)(key.High >> TagShift);

    // Of an entry whose tag is the key's.
    private static bool IsOf(EventKey key, in DuplicateEntry entry) => entry.Middle == (uint)key.High && entry.Low == key.Low;

    private TrailLog LogOf(uint number)
    {
        var place = _firsts.BinarySearch(number);
        return _logs[place < 0 ? ~place - 1 : place];
    }

    // A shift by all bits would be none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(uint tag) => (int)(tag >> 1 >> (31 - _bits));

    private void Split(DuplicateSegment full)
    {
        if (full.Bits == _bits)
        {
            var wider = new DuplicateSegment[_segments.Length * 2];
            for (var i = 0; i < wider.Length; i++)
                wider[i] = _segments[i / 2];
            (_segments, _bits) = (wider, _bits + 1);
        }
        var upper = full.Split();
        for (var i = 0; i < _segments.Length; i++)
        {
            // Of the places that led to it, those with the next bit set lead to the new one.
            if (ReferenceEquals(_segments[i], full) && ((i >> (_bits - full.Bits)) & 1) != 0)
                _segments[i] = upper;
        }
    }
}
