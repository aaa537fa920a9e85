using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Sessions;

/// <summary>
/// The events delivered so far, 22 to 26 bytes each: what tells an event from others, its JSON's hash, and where it was found, which
/// takes eight more of one that does not stand behind the one before. It is the only thing that grows while a trail is read, and it
/// does so in pieces, so that what has grown is never held twice, and memory once touched is not left behind.
/// </summary>
internal sealed class DuplicateTable
{
    private const int TagShift = 32;

    private readonly DuplicatePlaces _places = new();
    private DuplicateSegment[] _segments = new DuplicateSegment[1 << DuplicateSegment.FewestBits];

    // So many of a tag's upper bits choose its segment.
    private int _bits = DuplicateSegment.FewestBits;
    private uint _touched;

    internal DuplicateTable()
    {
        var entries = new DuplicateEntries();
        for (var i = 0; i < _segments.Length; i++)
            _segments[i] = new DuplicateSegment(_bits, 1 << _bits, entries);
    }

    /// <summary>
    /// Looks where events will be looked for, all at once: one after the other, each would wait for memory that no cache
    /// holds.
    /// </summary>
    [MethodImpl(Jit.Hot)]
    internal void Touch(ReadOnlySpan<KeptRecord> records)
    {
        uint touched = 0;
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
            ref readonly var entry = ref segment.At(number);
            if (!IsOf(key, entry))
                continue;
            var place = _places.Of(entry.Number);
            first = (place.Log, place.Index, entry.Content);
            return false;
        }
        if (segment.Add(tag, at, new DuplicateEntry((uint)key.High, key.Low, key.Content, _places.Add(log, index))))
            Split(segment, tag);
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
            if (IsOf(key, segment.At(number)))
                return true;
        }
        return false;
    }

    private static uint TagOf(EventKey key) => (uint)(key.High >> TagShift);

    // Of an entry whose tag is the key's.
    private static bool IsOf(EventKey key, in DuplicateEntry entry) => entry.Middle == (uint)key.High && entry.Low == key.Low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(uint tag) => (int)(tag >> (32 - _bits));

    private void Split(DuplicateSegment full, uint tag)
    {
        if (full.Bits == _bits)
        {
            var wider = new DuplicateSegment[_segments.Length * 2];
            for (var i = 0; i < wider.Length; i++)
                wider[i] = _segments[i / 2];
            (_segments, _bits) = (wider, _bits + 1);
        }
        // Of the places that led to it, those with the next bit set lead to the new one.
        var half = 1 << (_bits - full.Bits - 1);
        var first = (PlaceOf(tag) & ~(2 * half - 1)) + half;
        Array.Fill(_segments, full.Split(), first, half);
    }
}
