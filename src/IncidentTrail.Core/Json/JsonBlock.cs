using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace IncidentTrail.Json;

/// <summary>
/// The brackets of JSON that stand outside strings, 64 bytes at a time, as bit masks: where the next one stands, and where
/// what is open ends.
/// </summary>
internal struct JsonBlock
{
    internal const int Size = 64;

    private const ulong OddPlaces = 0xAAAA_AAAA_AAAA_AAAA;

    // All ones while the block ended inside a string; 1 where it ended with an unpaired backslash.
    private ulong _inString;
    private ulong _escaped;

    // Those of the block that nobody has taken.
    private ulong _opens;
    private ulong _closes;

    /// <summary>Whether a backslash stands in the block that is looked into.</summary>
    internal bool HasBackslash { get; private set; }

    /// <summary>Whether one stands in any block that was looked into; to be set back by whoever asks.</summary>
    internal bool HadBackslash { get; set; }

    /// <summary>Opening and closing brackets and braces outside strings, a bit a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (ulong Opens, ulong Closes) Next(ref byte at) => Outside(JsonMasks.Of(ref at));

    /// <summary>The portable twin of <see cref="Next"/>.</summary>
    internal (ulong Opens, ulong Closes) NextScalar(ReadOnlySpan<byte> block) => Outside(JsonMasks.Scalar(block));

    /// <summary>Takes the next bracket; -1 where there is none.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="block">Where the block begins that is looked into.</param>
    /// <param name="isOpening">True for one that opens.</param>
    [MethodImpl(Jit.Hot)]
    internal int TakeNext(ReadOnlySpan<byte> data, ref int block, out bool isOpening)
    {
        isOpening = false;
        while ((_opens | _closes) == 0)
        {
            if (!TryLoad(data, ref block))
                return -1;
        }
        var brackets = _opens | _closes;
        var rest = brackets & (brackets - 1);
        isOpening = (_opens & ~rest) != 0;
        _opens &= rest;
        _closes &= rest;
        return block + BitOperations.TrailingZeroCount(brackets);
    }

    /// <summary>Takes all up to the bracket that closes what one bracket opened; -1 where it is not closed.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="block">Where the block begins that is looked into.</param>
    [MethodImpl(Jit.Hot)]
    internal int TakeToEnd(ReadOnlySpan<byte> data, ref int block)
    {
        var depth = 1;
        while (true)
        {
            var closing = BitOperations.PopCount(_closes);
            var left = depth;
            for (var rest = depth <= closing ? _closes : 0; rest != 0; rest &= rest - 1)
            {
                var upTo = rest ^ (rest - 1);
                if (--left + BitOperations.PopCount(_opens & upTo) > 0)
                    continue;
                _opens &= ~upTo;
                _closes &= ~upTo;
                return block + BitOperations.TrailingZeroCount(rest);
            }
            depth += BitOperations.PopCount(_opens) - closing;
            if (!Pass(ref MemoryMarshal.GetReference(data), data.Length, ref block, ref depth) && !TryLoad(data, ref block))
                return -1;
        }
    }

    // Passes over blocks in which nothing that was open before can end, and that have no backslash; true where it looks into
    // one that may. A loop of its own, and without a call, so that all it needs stays in registers: nearly every byte of a log
    // goes through it.
    [MethodImpl(Jit.Hot)]
    private bool Pass(ref byte origin, int end, ref int block, ref int depth)
    {
        if (_escaped != 0)
            return false;
        var inString = _inString;
        var open = depth;
        var at = block + Size;
        for (; at <= end - Size; at += Size)
        {
            var masks = JsonMasks.Of(ref Unsafe.Add(ref origin, at));
            if (masks.Backslashes != 0)
                break;
            var strings = PrefixXor(masks.Quotes) ^ inString;
            inString = (ulong)((long)strings >> 63);
            var closes = masks.Closes & ~strings;
            var closing = BitOperations.PopCount(closes);
            if (open <= closing)
            {
                (_opens, _closes, _inString) = (masks.Opens & ~strings, closes, inString);
                (block, depth) = (at, open);
                HasBackslash = false;
                return true;
            }
            open += BitOperations.PopCount(masks.Opens & ~strings) - closing;
        }
        _inString = inString;
        (block, depth) = (at - Size, open);
        return false;
    }

    // Looks into the next block; of fewer than 64 bytes as if spaces followed. False where there is none.
    [MethodImpl(Jit.Hot)]
    private bool TryLoad(ReadOnlySpan<byte> data, ref int block)
    {
        if (block + Size >= data.Length)
            return false;
        block += Size;
        if (block + Size <= data.Length)
        {
            (_opens, _closes) = Next(ref Unsafe.Add(ref MemoryMarshal.GetReference(data), block));
            return true;
        }
        Span<byte> padded = stackalloc byte[Size];
        padded.Fill((byte)' ');
        data[block..].CopyTo(padded);
        (_opens, _closes) = Next(ref MemoryMarshal.GetReference(padded));
        return true;
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
            HadBackslash |= HasBackslash;
        }
        var strings = PrefixXor(quotes) ^ _inString;
        _inString = (ulong)((long)strings >> 63);
        return (masks.Opens & ~strings, masks.Closes & ~strings);
    }

    // Characters that an odd run of backslashes stands before, and whether the next block's first is one. A subtraction runs
    // through each run: what comes out behind it tells by its place whether the run was odd.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (ulong Escaped, ulong Next) FindEscaped(ulong backslashes, ulong carried)
    {
        var escaping = backslashes & ~carried;
        var ends = (((escaping << 1) | OddPlaces) - escaping) ^ OddPlaces;
        return (ends ^ (backslashes | carried), (ends & backslashes) >> 63);
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
}
