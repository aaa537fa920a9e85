using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace IncidentTrail.Json;

/// <summary>The brackets of 64 bytes of JSON that stand outside strings, as bit masks, block after block.</summary>
internal struct JsonBlock
{
    internal const int Size = 64;

    // All ones while the previous block ended inside a string; 1 where it ended with an unpaired backslash.
    private ulong _inString;
    private ulong _escaped;

    /// <summary>Whether a backslash stands in the block that was looked into last.</summary>
    internal bool HasBackslash { get; private set; }

    /// <summary>Opening and closing brackets and braces outside strings, a bit a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (ulong Opens, ulong Closes) Next(ref byte at) => Outside(JsonMasks.Of(ref at));

    /// <summary>The portable twin of <see cref="Next"/>.</summary>
    internal (ulong Opens, ulong Closes) NextScalar(ReadOnlySpan<byte> block) => Outside(JsonMasks.Scalar(block));

    /// <summary>
    /// Passes over blocks in which nothing that is open at the beginning can end, and that have no backslash. A loop of its own,
    /// and without a call, so that all it needs stays in registers: nearly every byte of a log goes through it.
    /// </summary>
    /// <param name="origin">The first byte.</param>
    /// <param name="at">Where the blocks begin.</param>
    /// <param name="end">Where the bytes end.</param>
    /// <param name="depth">How many brackets are open, before and after.</param>
    /// <returns>Where the first block begins that is to be looked into, or that is not whole.</returns>
    [MethodImpl(Jit.Hot)]
    internal int Pass(ref byte origin, int at, int end, ref int depth)
    {
        if (_escaped != 0)
            return at;
        var inString = _inString;
        var open = depth;
        for (; at <= end - Size; at += Size)
        {
            var masks = JsonMasks.Of(ref Unsafe.Add(ref origin, at));
            if (masks.Backslashes != 0)
                break;
            var strings = PrefixXor(masks.Quotes) ^ inString;
            var closing = BitOperations.PopCount(masks.Closes & ~strings);
            if (open <= closing)
                break;
            open += BitOperations.PopCount(masks.Opens & ~strings) - closing;
            inString = (ulong)((long)strings >> 63);
        }
        _inString = inString;
        depth = open;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (ulong Opens, ulong Closes) Outside(JsonMasks masks)
    {
        var quotes = masks.Quotes;
        HasBackslash = masks.Backslashes != 0;
        if ((masks.Backslashes | _escaped) != 0)
        {
            // By value, so that the two fields stay in registers.
            (var escaped, _escaped) = FindEscaped(masks.Backslashes, _escaped);
            quotes &= ~escaped;
        }
        var strings = PrefixXor(quotes) ^ _inString;
        _inString = (ulong)((long)strings >> 63);
        return (masks.Opens & ~strings, masks.Closes & ~strings);
    }

    // Characters that an odd run of backslashes stands before, and whether the next block's first is one.
    [MethodImpl(Jit.Hot)]
    private static (ulong Escaped, ulong Next) FindEscaped(ulong backslashes, ulong carried)
    {
        var escaped = carried;
        var at = (int)carried;
        ulong next = 0;
        for (var rest = backslashes >> at << at; rest != 0; rest = at >= Size ? 0 : backslashes >> at << at)
        {
            at = BitOperations.TrailingZeroCount(rest) + 1;
            if (at == Size)
                next = 1;
            else
                escaped |= 1UL << at;
            at++;
        }
        return (escaped, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PrefixXor(ulong bits)
    {
        if (Pclmulqdq.IsSupported)
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    /// <summary>The masks of fewer than 64 bytes, as if spaces followed. Static, so that a block in a loop is never
    /// passed by reference.</summary>
    [MethodImpl(Jit.Hot)]
    internal static (ulong Opens, ulong Closes) Last(JsonBlock block, ReadOnlySpan<byte> rest)
    {
        Span<byte> padded = stackalloc byte[Size];
        padded.Fill((byte)' ');
        rest.CopyTo(padded);
        return block.Next(ref MemoryMarshal.GetReference(padded));
    }
}
