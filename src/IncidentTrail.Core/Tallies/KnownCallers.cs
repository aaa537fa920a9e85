using System.Runtime.CompilerServices;
using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Tallies;

/// <summary>
/// Finds callers by what stands for the fields they were read from: a record of one that is known need not be read for it. It
/// grows with the callers, has few bytes of each, and may forget one: who asks then reads the record.
/// </summary>
internal sealed class KnownCallers
{
    private const int Fewest = 256;

    // A caller stands in one of as many places beside each other.
    private const int Places = 4;

    // What is compared before anything is looked into that no cache holds.
    private uint[] _tags = new uint[Fewest];
    private CallerEntry?[] _entries = new CallerEntry?[Fewest];
    private int _count;
    private long _touched;

    /// <summary>
    /// Looks where callers will be looked for, all at once: one after the other, each would wait for memory that no cache holds.
    /// </summary>
    [MethodImpl(Jit.Hot)]
    internal void Touch(ReadOnlySpan<CallSight> calls)
    {
        long touched = 0;
        foreach (ref readonly var call in calls)
        {
            var first = FirstOf(call.CallerHash);
            touched += _tags[first];
            if (_entries[first] is { } entry)
                touched += entry.Touched;
        }
        // Kept, so that no compiler leaves the looking out.
        _touched = touched;
    }

    /// <summary>The caller whose latest record tells the same; null where none is known.</summary>
    [MethodImpl(Jit.Hot)]
    internal CallerEntry? Find(SeededHash readFrom)
    {
        var first = FirstOf(readFrom);
        var tag = TagOf(readFrom);
        for (var i = 0; i < Places; i++)
        {
            if (_tags[first + i] == tag && _entries[first + i] is { } entry && entry.Caller.ReadFrom == readFrom)
                return entry;
        }
        return null;
    }

    /// <summary>Notes a caller; another in its place may be forgotten for it.</summary>
    /// <param name="entry">The caller, as its latest record tells it.</param>
    /// <param name="former">What the record before told: it has a new key, perhaps, and need not be found by the old one.</param>
    [MethodImpl(Jit.Hot)]
    internal void Note(CallerEntry entry, SeededHash former)
    {
        Forget(entry, former);
        if (_count > _tags.Length / 2)
            Widen();
        Put(entry);
    }

    internal void Clear()
    {
        Array.Clear(_tags);
        Array.Clear(_entries);
        _count = 0;
    }

    // Else the table would grow with the sessions of a role that all are one caller.
    private void Forget(CallerEntry entry, SeededHash readFrom)
    {
        var first = FirstOf(readFrom);
        var at = Array.IndexOf(_entries, entry, first, Places);
        if (at < 0)
            return;
        _entries[at] = null;
        _count--;
    }

    private void Put(CallerEntry entry)
    {
        var first = FirstOf(entry.Caller.ReadFrom);
        var place = first;
        for (var i = 0; i < Places; i++)
        {
            if (_entries[first + i] is null)
            {
                place = first + i;
                break;
            }
        }
        _count += _entries[place] is null ? 1 : 0;
        (_tags[place], _entries[place]) = (TagOf(entry.Caller.ReadFrom), entry);
    }

    private void Widen()
    {
        var narrow = _entries;
        (_tags, _entries, _count) = (new uint[narrow.Length * 2], new CallerEntry?[narrow.Length * 2], 0);
        foreach (var entry in narrow)
        {
            if (entry is not null)
                Put(entry);
        }
    }

    private int FirstOf(SeededHash readFrom) => (int)readFrom.Low & (_tags.Length - Places);

    private static uint TagOf(SeededHash readFrom) => (uint)readFrom.High;
}
