using System.Buffers;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Sessions;

/// <summary>
/// A piece of the table of delivered events: those whose tags begin with the same bits, in the order in which they came here, and an index
/// of them. A slot of the index holds an event's tag without these bits above, and its number here, from 1 on, in the bits that are free for
/// that: so many are here at most. Few bytes an event, for each of them is looked for in memory that no cache holds.
/// </summary>
internal sealed class DuplicateSegment(int bits, int slots, DuplicateEntries entries)
{
    /// <summary>The fewest bits with which a segment has room for some events.</summary>
    internal const int FewestBits = 5;

    private const int Largest = 2048;

    private uint[] _slots = new uint[slots];
    private int[] _blocks = new int[BlocksFor(slots)];
    private int _held;
    private int _count;
    private int _latest;

    /// <summary>How many upper bits its tags have in common.</summary>
    internal int Bits { get; private set; } = bits;

    /// <summary>What stands where a tag is looked for first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint First(uint tag) => _slots[(int)Rest(tag) & (_slots.Length - 1)];

    /// <summary>An event that is here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref DuplicateEntry At(int number) => ref entries.At(_blocks[number >> DuplicateEntries.BlockBits], number);

    /// <summary>Goes on to the next event of that tag; false at the free slot behind them.</summary>
    /// <param name="tag">The tag. Its lower bits say where to begin: the upper ones are alike.</param>
    /// <param name="at">How many slots have been looked at; 0 to begin.</param>
    /// <param name="number">The event's number.</param>
    [MethodImpl(Jit.Hot)]
    internal bool TryNext(uint tag, ref uint at, out int number)
    {
        var slots = _slots;
        var rest = Rest(tag);
        while (true)
        {
            var slot = slots[(int)(rest + at) & (slots.Length - 1)];
            number = (int)(slot & ((1U << Bits) - 1)) - 1;
            if (slot == 0)
                return false;
            at++;
            if (slot >> Bits == rest)
                return true;
        }
    }

    /// <summary>Adds an event at the free slot that <see cref="TryNext"/> came to; true where the segment is full now and must be
    /// split.</summary>
    internal bool Add(uint tag, uint at, in DuplicateEntry entry)
    {
        Set((int)(Rest(tag) + at) & (_slots.Length - 1), Rest(tag), entry);
        if (_count < MostOf(_slots.Length))
            return false;
        if (_slots.Length == Math.Min(1 << Bits, Largest))
            return true;
        Grow();
        return false;
    }

    /// <summary>Keeps the tags whose next bit is 0; gives a segment of the others.</summary>
    internal DuplicateSegment Split()
    {
        var (rests, count, shift) = (Rests(), _count, 31 - Bits);
        Bits++;
        _count = 0;
        Array.Clear(_slots);
        var upper = new DuplicateSegment(Bits, _slots.Length, entries);
        for (var number = 0; number < count; number++)
        {
            var segment = (rests[number] >> shift) == 0 ? this : upper;
            segment.Append(rests[number] & ((1U << shift) - 1), At(number));
        }
        ArrayPool<uint>.Shared.Return(rests);
        for (var needed = (_count >> DuplicateEntries.BlockBits) + 1; _held > needed;)
            entries.Return(_blocks[--_held]);
        return upper;
    }

    // With more, many slots are looked at for one event.
    private static int MostOf(int slots) => slots / 4 * 3;

    private static int BlocksFor(int slots) => (MostOf(slots) >> DuplicateEntries.BlockBits) + 1;

    // Of a tag what the tags here do not have in common.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Rest(uint tag) => tag << Bits >> Bits;

    [MethodImpl(Jit.Hot)]
    private void Grow()
    {
        var (rests, count) = (Rests(), _count);
        _slots = new uint[_slots.Length * 2];
        Array.Resize(ref _blocks, BlocksFor(_slots.Length));
        for (var number = 0; number < count; number++)
            _slots[FreeFor(rests[number])] = SlotOf(rests[number], number);
        ArrayPool<uint>.Shared.Return(rests);
    }

    // What the slots hold of tags, by the numbers of their events.
    [MethodImpl(Jit.Hot)]
    private uint[] Rests()
    {
        var rests = ArrayPool<uint>.Shared.Rent(Largest);
        foreach (var slot in _slots)
        {
            if (slot != 0)
                rests[(slot & ((1U << Bits) - 1)) - 1] = slot >> Bits;
        }
        return rests;
    }

    private void Append(uint rest, in DuplicateEntry entry) => Set(FreeFor(rest), rest, entry);

    private void Set(int place, uint rest, in DuplicateEntry entry)
    {
        if ((_count & ((1 << DuplicateEntries.BlockBits) - 1)) == 0)
            Begin();
        entries.At(_latest, _count) = entry;
        _slots[place] = SlotOf(rest, _count++);
    }

    // The block of the next event; after a split it may be here already.
    private void Begin()
    {
        var at = _count >> DuplicateEntries.BlockBits;
        if (at == _held)
            _blocks[_held++] = entries.Take();
        _latest = _blocks[at];
    }

    private int FreeFor(uint rest)
    {
        var at = (int)rest;
        while (_slots[at & (_slots.Length - 1)] != 0)
            at++;
        return at & (_slots.Length - 1);
    }

    private uint SlotOf(uint rest, int number) => (rest << Bits) | (uint)(number + 1);
}
