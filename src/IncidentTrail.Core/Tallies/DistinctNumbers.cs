using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace IncidentTrail.Tallies;

/// <summary>
/// The distinct numbers of a field's texts. One caller's calls mostly repeat the one before, and most callers have one number or
/// a few: those are compared, and only many are hashed. It holds no objects, of which a collector would have to look at each.
/// </summary>
internal struct DistinctNumbers
{
    private const int Few = 4;
    private const int Compared = 16;

    // So that nobody can choose numbers that all belong into one place.
    private static readonly ulong s_seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private uint _latest;
    private int _count;

    // Nothing while there is one; then those there are, side by side; more than are compared stand where their hashes say.
    private uint[]? _all;

    /// <summary>How many there are.</summary>
    internal readonly int Count => _count;

    /// <summary>Adds a number; 0 is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(uint number)
    {
        if (number != _latest && number != 0)
            AddOther(number);
    }

    internal void Add(in DistinctNumbers others)
    {
        var numbers = others._count <= Compared ? stackalloc uint[Compared] : new uint[others._count];
        others.CopyTo(numbers);
        foreach (var number in numbers[..others._count])
            Add(number);
    }

    /// <summary>Writes all of them, in any order.</summary>
    internal readonly void CopyTo(Span<uint> numbers)
    {
        if (_all is null)
        {
            if (_count > 0)
                numbers[0] = _latest;
        }
        else if (_count <= Compared)
            _all.AsSpan(0, _count).CopyTo(numbers);
        else
        {
            var at = 0;
            foreach (var number in _all)
            {
                if (number != 0)
                    numbers[at++] = number;
            }
        }
    }

    [MethodImpl(Jit.Hot)]
    private void AddOther(uint number)
    {
        var before = _latest;
        _latest = number;
        if (_count == 0)
            _count = 1;
        else if (_count > Compared)
            AddToMany(number);
        else
            AddToFew(number, before);
    }

    private void AddToFew(uint number, uint before)
    {
        if (_all is not { } few)
        {
            _all = few = new uint[Few];
            few[0] = before;
        }
        if (few.AsSpan(0, _count).Contains(number))
            return;
        if (_count == Compared)
        {
            _all = new uint[Compared * 2];
            foreach (var one in few)
                Put(_all, one);
            Put(_all, number);
        }
        else
        {
            if (_count == few.Length)
                Array.Resize(ref _all, _count * 2);
            _all[_count] = number;
        }
        _count++;
    }

    private void AddToMany(uint number)
    {
        if (!Put(_all!, number))
            return;
        if (++_count <= _all!.Length / 4 * 3)
            return;
        var wider = new uint[_all.Length * 2];
        foreach (var one in _all)
        {
            if (one != 0)
                Put(wider, one);
        }
        _all = wider;
    }

    // False for one that is there.
    private static bool Put(uint[] all, uint number)
    {
        var at = (int)((number * s_seed) >> 32) & (all.Length - 1);
        for (; all[at] != 0; at = (at + 1) & (all.Length - 1))
        {
            if (all[at] == number)
                return false;
        }
        all[at] = number;
        return true;
    }
}
