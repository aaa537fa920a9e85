using System.Numerics;
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

    // None while there is one; then those there are, side by side; more than are compared stand where their hashes say.
    private uint _all;

    /// <summary>How many there are.</summary>
    internal readonly int Count => _count;

    /// <summary>Adds a number; 0 is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(uint number, TallyMemory memory)
    {
        if (number != _latest && number != 0)
            AddOther(number, memory);
    }

    internal void Add(in DistinctNumbers others, TallyMemory memory)
    {
        var numbers = others._count <= Compared ? stackalloc uint[Compared] : new uint[others._count];
        others.CopyTo(numbers, memory);
        foreach (var number in numbers[..others._count])
            Add(number, memory);
    }

    /// <summary>Writes all of them, in any order.</summary>
    internal readonly void CopyTo(Span<uint> numbers, TallyMemory memory)
    {
        if (_all == 0)
        {
            if (_count > 0)
                numbers[0] = _latest;
        }
        else if (_count <= Compared)
            memory[_all, _count].CopyTo(numbers);
        else
        {
            var at = 0;
            foreach (var number in memory[_all, RoomFor(_count)])
            {
                if (number != 0)
                    numbers[at++] = number;
            }
        }
    }

    private void AddOther(uint number, TallyMemory memory)
    {
        var before = _latest;
        _latest = number;
        if (_count == 0)
            _count = 1;
        else if (_count > Compared)
            AddToMany(number, memory);
        else
            AddToFew(number, before, memory);
    }

    private void AddToFew(uint number, uint before, TallyMemory memory)
    {
        if (_all == 0)
        {
            _all = memory.Take(Few);
            memory[_all, 1][0] = before;
        }
        if (memory[_all, _count].Contains(number))
            return;
        if (_count == Compared)
            Widen(memory);
        else if (_count >= Few && BitOperations.IsPow2(_count))
            Lengthen(memory);
        _count++;
        if (_count > Compared)
            Put(memory[_all, RoomFor(_count)], number);
        else
            memory[_all, _count][_count - 1] = number;
    }

    private void AddToMany(uint number, TallyMemory memory)
    {
        if (!Put(memory[_all, RoomFor(_count)], number))
            return;
        if (RoomFor(_count + 1) != RoomFor(_count))
            Widen(memory);
        _count++;
    }

    // Twice the room for those that are compared.
    private void Lengthen(TallyMemory memory)
    {
        var longer = memory.Take(_count * 2);
        memory[_all, _count].CopyTo(memory[longer, _count]);
        memory.Return(_all, _count);
        _all = longer;
    }

    // The room for one more, where all stand by their hashes.
    private void Widen(TallyMemory memory)
    {
        var (room, wider) = (RoomFor(_count), RoomFor(_count + 1));
        var block = memory.Take(wider);
        var all = memory[block, wider];
        all.Clear();
        foreach (var one in memory[_all, room])
        {
            if (one != 0)
                Put(all, one);
        }
        memory.Return(_all, room);
        _all = block;
    }

    // At most three quarters of the places are taken.
    private static int RoomFor(int count) =>
        count <= Compared ? Compared : (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(((count * 4L) + 2) / 3, Compared * 2));

    // False for one that is there.
    private static bool Put(Span<uint> all, uint number)
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
