using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IncidentTrail.Reading;

/// <summary>
/// Where the quotes of a record stand, a bit a byte. Hand-vectorised because a record has a hundred strings and more: found
/// all at once they cost a quarter of what they cost one by one.
/// </summary>
internal static class QuoteMap
{
    /// <summary>Bytes that a word of the map stands for.</summary>
    internal const int Size = 64;

    /// <summary>Fills the map; false where a backslash or a control character makes a quote's meaning a question.</summary>
    /// <param name="json">The record.</param>
    /// <param name="map">A word for each 64 bytes begun.</param>
    [MethodImpl(Jit.Hot)]
    internal static bool TryFill(ReadOnlySpan<byte> json, Span<ulong> map)
    {
        ref var origin = ref MemoryMarshal.GetReference(json);
        var whole = json.Length / Size;
        ulong odd = 0;
        for (var i = 0; i < whole; i++)
        {
            (map[i], var other) = Of(ref Unsafe.Add(ref origin, i * Size));
            odd |= other;
        }
        if (json.Length % Size > 0)
        {
            Span<byte> padded = stackalloc byte[Size];
            padded.Fill((byte)' ');
            json[(whole * Size)..].CopyTo(padded);
            (map[whole], var other) = Of(ref MemoryMarshal.GetReference(padded));
            odd |= other;
        }
        return odd == 0;
    }

    /// <summary>The quotes of 64 bytes, and the backslashes and control characters, by the widest vectors there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (ulong Quotes, ulong Odd) Of(ref byte at) =>
        Vector512.IsHardwareAccelerated ? Widest(ref at)
        : Vector256.IsHardwareAccelerated ? Wide(ref at)
        : Narrow(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (ulong Quotes, ulong Odd) Widest(ref byte at)
    {
        var block = Vector512.LoadUnsafe(ref at);
        var odd = Vector512.Equals(block, Vector512.Create((byte)'\\')) | Vector512.LessThan(block, Vector512.Create((byte)' '));
        return (Vector512.Equals(block, Vector512.Create((byte)'"')).ExtractMostSignificantBits(), odd.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (ulong Quotes, ulong Odd) Wide(ref byte at)
    {
        var (low, lowOdd) = Half(Vector256.LoadUnsafe(ref at));
        var (high, highOdd) = Half(Vector256.LoadUnsafe(ref at, 32));
        return (low | ((ulong)high << 32), lowOdd | highOdd);

        static (uint Quotes, uint Odd) Half(Vector256<byte> block)
        {
            var odd = Vector256.Equals(block, Vector256.Create((byte)'\\')) | Vector256.LessThan(block, Vector256.Create((byte)' '));
            return (Vector256.Equals(block, Vector256.Create((byte)'"')).ExtractMostSignificantBits(), odd.ExtractMostSignificantBits());
        }
    }

    internal static (ulong Quotes, ulong Odd) Narrow(ref byte at)
    {
        ulong quotes = 0, odd = 0;
        for (var i = 0; i < Size; i += 16)
        {
            var block = Vector128.LoadUnsafe(ref at, (nuint)i);
            quotes |= (ulong)Vector128.Equals(block, Vector128.Create((byte)'"')).ExtractMostSignificantBits() << i;
            odd |= (Vector128.Equals(block, Vector128.Create((byte)'\\')) | Vector128.LessThan(block, Vector128.Create((byte)' ')))
                .ExtractMostSignificantBits();
        }
        return (quotes, odd);
    }

    /// <summary>The portable twin, against which tests hold the vectors: whether anything is odd is all that counts of it.</summary>
    internal static (ulong Quotes, bool IsOdd) Scalar(ReadOnlySpan<byte> block)
    {
        ulong quotes = 0;
        var odd = false;
        for (var i = 0; i < Size; i++)
        {
            quotes |= block[i] == '"' ? 1UL << i : 0;
            odd |= block[i] is (byte)'\\' or < (byte)' ';
        }
        return (quotes, odd);
    }
}
