using System.Buffers;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Sessions;

/// <summary>
/// A piece of the index of delivered events: those whose tags begin with the same bits. A slot holds an event's tag above
/// and its number, from 1 on, below; few bytes an event, for each of them is looked for in memory that no cache holds.
/// </summary>
internal sealed class DuplicateSegment(int bits)
{
    private const int Smallest = 2048;
    private const int Largest = 64 * 1024;
    private const int TagBits = 32;

    private ulong[] _slots = new ulong[bits == 0 ? Smallest : Largest];
    private int _count;

    /// <summary>How many upper bits its tags have in common.</summary>
    internal int Bits { get; private set; } = bits;

    /// <summary>What stands where a tag is looked for first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong First(uint tag) => _slots[(int)tag & (_slots.Length - 1)];

    /// <summary>Goes on to the next event of that tag; false at the free slot behind them.</summary>
    /// <param name="tag">The tag. Its lower bits say where to begin: the upper ones are alike.</param>
    /// <param name="at">How many slots have been looked at; 0 to begin.</param>
    /// <param name="number">The event's number.</param>
    [MethodImpl(Jit.Hot)]
    internal bool TryNext(uint tag, ref uint at, out uint number)
    {
        var slots = _slots;
        while (true)
        {
            var slot = slots[(int)(tag + at) & (slots.Length - 1)];
            number = (uint)slot - 1;
            if (slot == 0)
                return false;
            at++;
            if (slot >> TagBits == tag)
                return true;
        }
    }

    /// <summary>Adds an event at the free slot that <see cref="TryNext"/> came to; true where the segment is full now and must be
    /// split.</summary>
    internal bool Add(uint tag, uint at, uint number)
    {
        _slots[(int)(tag + at) & (_slots.Length - 1)] = ((ulong)tag << TagBits) | (number + 1);
        if (++_count <= _slots.Length / 4 * 3)
            return false;
        if (_slots.Length == Largest)
            return true;
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        Fill(old, this);
        return false;
    }

    /// <summary>Keeps the tags whose next bit is 0; gives a segment of the others.</summary>
    internal DuplicateSegment Split()
    {
        Bits++;
        var upper = new DuplicateSegment(Bits);
        var all = ArrayPool<ulong>.Shared.Rent(Largest);
        _slots.CopyTo(all, 0);
        Array.Clear(_slots);
        Fill(all.AsSpan(0, Largest), upper);
        ArrayPool<ulong>.Shared.Return(all);
        return upper;
    }

    // Puts each event of the slots here, or into the upper one, by the bit that now tells them apart.
    [MethodImpl(Jit.Hot)]
    private void Fill(ReadOnlySpan<ulong> slots, DuplicateSegment upper)
    {
        _count = 0;
        foreach (var slot in slots)
        {
            if (slot == 0)
                continue;
            var segment = Bits == 0 || ((slot >> (2 * TagBits - Bits)) & 1) == 0 ? this : upper;
            var at = (int)(slot >> TagBits);
            while (segment._slots[at & (segment._slots.Length - 1)] != 0)
                at++;
            segment._slots[at & (segment._slots.Length - 1)] = slot;
            segment._count++;
        }
    }
}
