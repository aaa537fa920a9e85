using System.Runtime.CompilerServices;
using IncidentTrail.Reading;

namespace IncidentTrail.Sessions;

/// <summary>
/// The events delivered so far, 24 bytes each: what tells an event from others, its JSON's hash, and where it was found.
/// It is the only thing that grows while a trail is read, and it does so in pieces, so that what has grown is never held
/// twice, and memory once touched is not left behind.
/// </summary>
internal sealed class DuplicateTable
{
    private readonly List<TrailLog> _logs = [];
    private DuplicateSegment[] _segments = [new DuplicateSegment(0)];

    // So many of a key's upper bits choose its segment.
    private int _bits;

    /// <summary>Adds an event; where it repeats one, gives where that one was found and whether its JSON is the same.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool TryAdd(EventKey? eventKey, TrailLog log, int index, out (TrailLog Log, int Index, bool SameContent) first)
    {
        first = default;
        if (eventKey is not { } key)
            return true;
        var segment = _segments[PlaceOf(key.High)];
        ref var entry = ref segment.Find(key.High, key.Low);
        if (!entry.IsFree)
        {
            first = (_logs[entry.Log - 1], entry.Index, entry.Content == key.Content);
            return false;
        }
        if (_logs.Count == 0 || !ReferenceEquals(_logs[^1], log))
            _logs.Add(log);
        entry = new DuplicateEntry(key.High, key.Low, key.Content, _logs.Count, index);
        if (segment.CountOneMore())
            Split(segment);
        return true;
    }

    // A shift by all 64 bits would be none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(ulong high) => (int)(high >> 1 >> (63 - _bits));

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
