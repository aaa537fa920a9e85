using System.Runtime.CompilerServices;

namespace IncidentTrail.Sessions;

/// <summary>
/// The memory of the events delivered, in blocks of a few, which are given out and taken back. They stand together in arrays that the
/// collector never moves, and none that has grown is held twice.
/// </summary>
internal sealed class DuplicateEntries
{
    /// <summary>Events in a block, as bits of their number.</summary>
    internal const int BlockBits = 6;

    private const int BlocksBits = 7;

    private readonly List<DuplicateEntry[]> _arrays = [];
    private readonly Stack<int> _free = [];
    private int _given;

    /// <summary>An event of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="number">The event's number: its lower bits are its place in the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref DuplicateEntry At(int block, int number) =>
        ref _arrays[block >> BlocksBits][((block & ((1 << BlocksBits) - 1)) << BlockBits) | (number & ((1 << BlockBits) - 1))];

    /// <summary>Gives out a block.</summary>
    internal int Take()
    {
        if (_free.TryPop(out var free))
            return free;
        if (_given >> BlocksBits == _arrays.Count)
            _arrays.Add(GC.AllocateUninitializedArray<DuplicateEntry>(1 << (BlocksBits + BlockBits)));
        return _given++;
    }

    /// <summary>Takes a block back.</summary>
    internal void Return(int block) => _free.Push(block);
}
