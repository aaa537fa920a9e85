using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IncidentTrail.Json;

/// <summary>
/// Where the quotes stand that begin and end strings, one after the other. A record has some seventy strings: found all at once,
/// none of their quotes waits for the one before.
/// </summary>
internal sealed class QuoteList
{
    /// <summary>Bytes that it looks at: nearly every record is smaller, and what was looked at is still in the processor's cache.</summary>
    internal const int Reach = 16 * 1024;

    // So many are written down at once, whether they are there or not, since most blocks have as many; then so many more.
    private const int AtOnce = 6;
    private const int More = 3;

    // Whoever comes to the end finds as many that are nowhere.
    private const int Nowhere = 4;

    private readonly ushort[] _places = new ushort[Reach + JsonBlock.Size];

    /// <summary>The first place. Behind the last there are some that are behind all content.</summary>
    internal ref ushort First => ref MemoryMarshal.GetArrayDataReference(_places);

    /// <summary>
    /// Finds the quotes of content that begins outside a string; gives how far it looked: no further than where a control
    /// character or a wrong escape makes their meaning a question.
    /// </summary>
    [MethodImpl(Jit.Hot)]
    internal int Fill(ReadOnlySpan<byte> data)
    {
        data = data[..Math.Min(data.Length, Reach)];
        var at = FillWhole(data, out var count, out var escaped);
        // Fewer than a block are looked at as if spaces followed.
        if (data.Length - at is > 0 and < JsonBlock.Size)
        {
            Span<byte> padded = stackalloc byte[JsonBlock.Size];
            padded.Fill((byte)' ');
            data[at..].CopyTo(padded);
            var masks = JsonMasks.Of(ref MemoryMarshal.GetReference(padded));
            var quotes = masks.Quotes;
            if (masks.Controls == 0 && TryLeaveOutEscaped(data[at..], ref quotes, masks.Backslashes, ref escaped))
            {
                count = Add(quotes, at, count);
                at = data.Length;
            }
        }
        _places.AsSpan(count, Nowhere).Fill(ushort.MaxValue);
        return at;
    }

    // Those of whole blocks, as far as they are clear.
    [MethodImpl(Jit.Hot)]
    private int FillWhole(ReadOnlySpan<byte> data, out int found, out ulong carried)
    {
        ref var origin = ref MemoryMarshal.GetReference(data);
        var (at, count, escaped) = (0, 0, 0UL);
        for (; at <= data.Length - JsonBlock.Size; at += JsonBlock.Size)
        {
            var masks = JsonMasks.Of(ref Unsafe.Add(ref origin, at));
            var quotes = masks.Quotes;
            if ((masks.Controls | masks.Backslashes | escaped) != 0
                && (masks.Controls != 0 || !TryLeaveOutEscaped(data[at..], ref quotes, masks.Backslashes, ref escaped)))
                break;
            count = Add(quotes, at, count);
        }
        (found, carried) = (count, escaped);
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Add(ulong quotes, int at, int count)
    {
        ref var places = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), count);
        var found = BitOperations.PopCount(quotes);
        quotes = Add(quotes, at, ref places);
        quotes = Add(quotes, at, ref Unsafe.Add(ref places, 1));
        quotes = Add(quotes, at, ref Unsafe.Add(ref places, 2));
        quotes = Add(quotes, at, ref Unsafe.Add(ref places, 3));
        quotes = Add(quotes, at, ref Unsafe.Add(ref places, 4));
        quotes = Add(quotes, at, ref Unsafe.Add(ref places, 5));
        for (var i = AtOnce; i < found; i += More)
        {
            quotes = Add(quotes, at, ref Unsafe.Add(ref places, i));
            quotes = Add(quotes, at, ref Unsafe.Add(ref places, i + 1));
            quotes = Add(quotes, at, ref Unsafe.Add(ref places, i + 2));
        }
        return count + found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Add(ulong quotes, int at, ref ushort place)
    {
        place = (ushort)(at + BitOperations.TrailingZeroCount(quotes));
        return quotes & (quotes - 1);
    }

    // False where an escape is none. Where nothing stands behind a backslash, no string ends either.
    private static bool TryLeaveOutEscaped(ReadOnlySpan<byte> block, ref ulong quotes, ulong backslashes, ref ulong carried)
    {
        (var escaped, carried) = JsonBlock.FindEscaped(backslashes, carried);
        quotes &= ~escaped;
        for (; escaped != 0; escaped &= escaped - 1)
        {
            var at = BitOperations.TrailingZeroCount(escaped);
            if (at < block.Length && !JsonWalker.IsEscape(block[at..]))
                return false;
        }
        return true;
    }
}
