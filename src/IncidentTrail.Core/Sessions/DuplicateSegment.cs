using System.Buffers;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Sessions;

/// <summary>A piece of the table of delivered events: those whose keys begin with the same bits.</summary>
internal sealed class DuplicateSegment(int bits)
{
    private const int Smallest = 1024;
    private const int Largest = 32 * 1024;

    private DuplicateEntry[] _entries = new DuplicateEntry[bits == 0 ? Smallest : Largest];
    private int _count;

    /// <summary>How many upper bits its keys have in common.</summary>
    internal int Bits { get; private set; } = bits;

    /// <summary>The entry of a key, or a free one where it goes.</summary>
    [MethodImpl(Jit.Hot)]
    internal ref DuplicateEntry Find(ulong high, uint low)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        // The lower bits: the upper ones are alike.
        var at = (int)high & mask;
        while (!entries[at].IsFree && (entries[at].High != high || entries[at].Low != low))
            at = (at + 1) & mask;
        return ref entries[at];
    }

    /// <summary>Counts an entry that was added; true where the segment is full and must be split.</summary>
    internal bool CountOneMore()
    {
        if (++_count <= _entries.Length / 4 * 3)
            return false;
        if (_entries.Length == Largest)
            return true;
        Grow();
        return false;
    }

    /// <summary>Keeps the keys whose next bit is 0; gives a segment of the others.</summary>
    [MethodImpl(Jit.Hot)]
    internal DuplicateSegment Split()
    {
        Bits++;
        var upper = new DuplicateSegment(Bits);
        var all = ArrayPool<DuplicateEntry>.Shared.Rent(Largest);
        _entries.CopyTo(all, 0);
        Array.Clear(_entries);
        _count = 0;
        foreach (ref readonly var entry in all.AsSpan(0, Largest))
        {
            if (entry.IsFree)
                continue;
            var segment = ((entry.High >> (64 - Bits)) & 1) == 0 ? this : upper;
            segment.Find(entry.High, entry.Low) = entry;
            segment._count++;
        }
        ArrayPool<DuplicateEntry>.Shared.Return(all);
        return upper;
    }

    [MethodImpl(Jit.Hot)]
    private void Grow()
    {
        var old = _entries;
        _entries = new DuplicateEntry[old.Length * 2];
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (!entry.IsFree)
                Find(entry.High, entry.Low) = entry;
        }
    }
}
