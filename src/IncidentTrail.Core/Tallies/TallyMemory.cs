using System.Numerics;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Tallies;

/// <summary>
/// Memory of a tally, in blocks of words. What is known of hundreds of thousands of callers lives as long as the tally does: as
/// objects, a collector would look at each and copy it twice, while everybody waits. What is given back is used again.
/// </summary>
/// <param name="mostPages">Of how many pages blocks are given.</param>
internal sealed class TallyMemory(int mostPages = TallyMemory.MostPages)
{
    private const int Step = 4;
    private const int LargestOfSteps = 16 * Step;
    private const int StepClasses = LargestOfSteps / Step;
    private const int PageBits = 15;
    private const int PageSize = 1 << PageBits;

    // 16 GB of small blocks: a number beyond it would be that of a block that somebody has.
    private const int MostPages = 1 << (32 - PageBits);

    // Of each size the block that was given back last; its first word is the one before it.
    private readonly uint[] _free = new uint[StepClasses + PageBits];
    private uint[][] _pages = [new uint[LargestOfSteps]];
    private int _count = 1;
    private int _latest;

    // The first is nobody's: 0 is no block.
    private int _used = Step;

    /// <summary>The words of a block.</summary>
    internal Span<uint> this[uint block, int words]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _pages[block >> PageBits].AsSpan((int)(block & (PageSize - 1)), words);
    }

    /// <summary>A block of at least so many words, which hold what others left; never 0.</summary>
    internal uint Take(int words)
    {
        var size = SizeOf(words);
        if (size > PageSize)
            return (uint)AddPage(size) << PageBits;
        ref var free = ref _free[ClassOf(size)];
        if (free != 0)
        {
            var again = free;
            free = this[again, 1][0];
            return again;
        }
        if (_used + size > PageSize)
            (_latest, _used) = (AddPage(PageSize), 0);
        else if (_used + size > _pages[_latest].Length)
            Array.Resize(ref _pages[_latest], (int)BitOperations.RoundUpToPowerOf2((uint)(_used + size)));
        var block = ((uint)_latest << PageBits) + (uint)_used;
        _used += size;
        return block;
    }

    /// <summary>Takes back a block that was given for so many words.</summary>
    internal void Return(uint block, int words)
    {
        var size = SizeOf(words);
        if (size > PageSize)
        {
            _pages[block >> PageBits] = [];
            return;
        }
        ref var free = ref _free[ClassOf(size)];
        (this[block, 1][0], free) = (free, block);
    }

    /// <summary>How many words a block for so many has.</summary>
    internal static int SizeOf(int words) =>
        words <= LargestOfSteps ? Math.Max(words + Step - 1, Step) / Step * Step : (int)BitOperations.RoundUpToPowerOf2((uint)words);

    private static int ClassOf(int size) =>
        size <= LargestOfSteps ? size / Step - 1 : StepClasses + BitOperations.Log2((uint)(size / LargestOfSteps)) - 1;

    private int AddPage(int size)
    {
        if (_count == mostPages)
            throw new InsufficientMemoryException($"What a count knows of its callers is too large. {EngineRemedies.TooManyCallers}");
        if (_count == _pages.Length)
            Array.Resize(ref _pages, _count * 2);
        _pages[_count] = GC.AllocateUninitializedArray<uint>(size);
        return _count++;
    }
}
