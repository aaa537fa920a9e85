using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Tallies;

/// <summary>
/// Finds callers by what stands for the fields they were read from: a record of one that is known need not be read for it. It
/// grows with the callers, has few bytes of each, and may forget one: who asks then reads the record.
/// </summary>
/// <param name="entries">The callers.</param>
internal sealed class KnownCallers(CallerEntries entries)
{
    private const int Fewest = 256;
    private const int TagBits = 32;

    // A caller stands in one of as many places beside each other.
    private const int Places = 4;

    // A tag above, which is compared before anything is looked into that no cache holds, and the number, from 1 on, below.
    private ulong[] _slots = new ulong[Fewest];
    private int _count;
    private long _touched;

    /// <summary>
    /// Looks where callers will be looked for, all at once: one after the other, each would wait for memory that no cache holds.
    /// </summary>
    internal void Touch(ReadOnlySpan<CallSight> calls)
    {
        long touched = 0;
        foreach (ref readonly var call in calls)
        {
            if (Like(call.CallerHash) is var number and >= 0)
                touched += entries[number].Touched;
        }
        // Kept, so that no compiler leaves the looking out.
        _touched = touched;
    }

    /// <summary>The number of the caller whose latest record tells the same; -1 where none is known.</summary>
    internal int Find(SeededHash readFrom)
    {
        var first = FirstOf(readFrom);
        for (var i = first; i < first + Places; i++)
        {
            if (_slots[i] >> TagBits == (uint)readFrom.High && NumberAt(i) is var number and >= 0 && entries[number].ReadFrom == readFrom)
                return number;
        }
        return -1;
    }

    /// <summary>Notes a caller; another in its place may be forgotten for it.</summary>
    /// <param name="number">The caller, as its latest record tells it.</param>
    /// <param name="former">What the record before told: it has a new key, perhaps, and need not be found by the old one.</param>
    internal void Note(int number, SeededHash former)
    {
        Forget(number, former);
        if (_count > _slots.Length / 2)
            Widen();
        Put(number);
    }

    internal void Clear()
    {
        Array.Clear(_slots);
        _count = 0;
    }

    // One with the same tag; -1 where there is none.
    private int Like(SeededHash readFrom)
    {
        var first = FirstOf(readFrom);
        for (var i = first; i < first + Places; i++)
        {
            if (_slots[i] >> TagBits == (uint)readFrom.High)
                return NumberAt(i);
        }
        return -1;
    }

    private int NumberAt(int place) => (int)(uint)_slots[place] - 1;

    // Else the table would grow with the sessions of a role that all are one caller.
    private void Forget(int number, SeededHash readFrom)
    {
        var first = FirstOf(readFrom);
        for (var i = first; i < first + Places; i++)
        {
            if (NumberAt(i) != number)
                continue;
            _slots[i] = 0;
            _count--;
            return;
        }
    }

    private void Put(int number)
    {
        var readFrom = entries[number].ReadFrom;
        var first = FirstOf(readFrom);
        var place = first;
        for (var i = 0; i < Places; i++)
        {
            if (_slots[first + i] == 0)
            {
                place = first + i;
                break;
            }
        }
        _count += _slots[place] == 0 ? 1 : 0;
        _slots[place] = (readFrom.High << TagBits) | (uint)(number + 1);
    }

    private void Widen()
    {
        var narrow = _slots;
        (_slots, _count) = (new ulong[narrow.Length * 2], 0);
        foreach (var slot in narrow)
        {
            if (slot != 0)
                Put((int)(uint)slot - 1);
        }
    }

    private int FirstOf(SeededHash readFrom) => (int)readFrom.Low & (_slots.Length - Places);
}
