using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Tallies;

/// <summary>The callers in the order in which they were met, in pages, and an index by what tells each from the others.</summary>
internal sealed class CallerEntries
{
    private const int Fewest = 16;
    private const int PageBits = 9;
    private const int PageSize = 1 << PageBits;
    private const int TagBits = 32;

    private CallerEntry[][] _pages = [new CallerEntry[Fewest]];

    // A tag above and the number, from 1 on, below.
    private ulong[] _slots = new ulong[Fewest * 2];

    /// <summary>How many there are, with those that are gone.</summary>
    internal int Count { get; private set; }

    /// <summary>A caller where it is held: until the next is added.</summary>
    internal ref CallerEntry this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _pages[number >> PageBits][number & (PageSize - 1)];
    }

    /// <summary>The numbers of all that are not gone.</summary>
    internal IEnumerable<int> Numbers
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (!this[i].IsGone)
                    yield return i;
            }
        }
    }

    /// <summary>The number of a caller; one that is not there is added.</summary>
    internal int NumberOf(SeededHash key, TrailCaller caller, TallyTexts texts)
    {
        var at = PlaceOf(key);
        for (; _slots[at] != 0; at = (at + 1) & (_slots.Length - 1))
        {
            var number = (int)(uint)_slots[at] - 1;
            if ((uint)(_slots[at] >> TagBits) == (uint)key.High && this[number].Key == key)
                return number;
        }
        Add(new CallerEntry(key, caller, texts));
        if (Count > _slots.Length / 2)
            Index(_slots.Length * 2);
        else
            _slots[at] = SlotOf(key, Count - 1);
        return Count - 1;
    }

    /// <summary>Leaves out of the index those that are gone.</summary>
    internal void Index() => Index(_slots.Length);

    private void Add(in CallerEntry entry)
    {
        var (page, at) = (Count >> PageBits, Count & (PageSize - 1));
        if (page == _pages.Length)
            Array.Resize(ref _pages, page * 2);
        if (page > 0 && at == 0)
            _pages[page] = new CallerEntry[PageSize];
        else if (at == _pages[page].Length)
            Array.Resize(ref _pages[page], at * 2);
        _pages[page][at] = entry;
        Count++;
    }

    private void Index(int size)
    {
        _slots = new ulong[size];
        foreach (var number in Numbers)
        {
            var key = this[number].Key;
            var at = PlaceOf(key);
            while (_slots[at] != 0)
                at = (at + 1) & (_slots.Length - 1);
            _slots[at] = SlotOf(key, number);
        }
    }

    private int PlaceOf(SeededHash key) => (int)key.Low & (_slots.Length - 1);

    private static ulong SlotOf(SeededHash key, int number) => (key.High << TagBits) | (uint)(number + 1);
}
