using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace IncidentTrail.Reading;

/// <summary>
/// The brackets of 64 bytes of JSON that stand outside strings, as bit masks. Hand-vectorised because every record that
/// is rejected unread is still counted, which is a pass over each inflated byte; one byte at a time it costs more than
/// the inflation.
/// </summary>
internal struct JsonBlock
{
    internal const int Size = 64;

    // All ones while the previous block ended inside a string; 1 where it ended with an unpaired backslash.
    private ulong _inString;
    private ulong _escaped;

    /// <summary>Opening and closing brackets and braces outside strings, a bit a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (ulong Opens, ulong Closes) Next(ref byte at)
    {
        var (quotes, backslashes, opens, closes) = Vector256.IsHardwareAccelerated ? Wide(ref at) : Narrow(ref at);
        return Outside(quotes, backslashes, opens, closes);
    }

    /// <summary>The portable twin of <see cref="Next"/>.</summary>
    internal (ulong Opens, ulong Closes) NextScalar(ReadOnlySpan<byte> block)
    {
        ulong quotes = 0, backslashes = 0, opens = 0, closes = 0;
        for (var i = 0; i < Size; i++)
        {
            var bit = 1UL << i;
            switch (block[i])
            {
                case (byte)'"': quotes |= bit; break;
                case (byte)'\\': backslashes |= bit; break;
                case (byte)'{' or (byte)'[': opens |= bit; break;
                case (byte)'}' or (byte)']': closes |= bit; break;
            }
        }
        return Outside(quotes, backslashes, opens, closes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (ulong Opens, ulong Closes) Outside(ulong quotes, ulong backslashes, ulong opens, ulong closes)
    {
        if ((backslashes | _escaped) != 0)
            quotes &= ~FindEscaped(backslashes);
        var strings = PrefixXor(quotes) ^ _inString;
        _inString = (ulong)((long)strings >> 63);
        return (opens & ~strings, closes & ~strings);
    }

    // Characters that an odd run of backslashes stands before.
    private ulong FindEscaped(ulong backslashes)
    {
        ulong escaped = 0;
        var at = 0;
        if (_escaped != 0)
        {
            escaped = 1;
            at = 1;
            _escaped = 0;
        }
        for (var rest = at == 64 ? 0 : backslashes >> at << at; rest != 0; rest = at >= 64 ? 0 : backslashes >> at << at)
        {
            at = BitOperations.TrailingZeroCount(rest) + 1;
            if (at == 64)
                _escaped = 1;
            else
                escaped |= 1UL << at;
            at++;
        }
        return escaped;
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

    // '[' and ']' become '{' and '}' with the case bit, so one comparison finds both.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Quotes, ulong Backslashes, ulong Opens, ulong Closes) Wide(ref byte at)
    {
        var low = Vector256.LoadUnsafe(ref at);
        var high = Vector256.LoadUnsafe(ref at, 32);
        var lowFolded = low | Vector256.Create((byte)0x20);
        var highFolded = high | Vector256.Create((byte)0x20);
        return (Bits(low, high, (byte)'"'), Bits(low, high, (byte)'\\'),
            Bits(lowFolded, highFolded, (byte)'{'), Bits(lowFolded, highFolded, (byte)'}'));

        static ulong Bits(Vector256<byte> low, Vector256<byte> high, byte value)
        {
            var sought = Vector256.Create(value);
            return Vector256.Equals(low, sought).ExtractMostSignificantBits()
                | ((ulong)Vector256.Equals(high, sought).ExtractMostSignificantBits() << 32);
        }
    }

    private static (ulong Quotes, ulong Backslashes, ulong Opens, ulong Closes) Narrow(ref byte at)
    {
        ulong quotes = 0, backslashes = 0, opens = 0, closes = 0;
        for (var i = 0; i < 4; i++)
        {
            var part = Vector128.LoadUnsafe(ref at, (nuint)(i * 16));
            var folded = part | Vector128.Create((byte)0x20);
            quotes |= Bits(part, (byte)'"') << (i * 16);
            backslashes |= Bits(part, (byte)'\\') << (i * 16);
            opens |= Bits(folded, (byte)'{') << (i * 16);
            closes |= Bits(folded, (byte)'}') << (i * 16);
        }
        return (quotes, backslashes, opens, closes);

        static ulong Bits(Vector128<byte> part, byte value) =>
            Vector128.Equals(part, Vector128.Create(value)).ExtractMostSignificantBits();
    }

    /// <summary>The masks of fewer than 64 bytes, as if spaces followed.</summary>
    internal (ulong Opens, ulong Closes) Last(ReadOnlySpan<byte> rest)
    {
        Span<byte> padded = stackalloc byte[Size];
        padded.Fill((byte)' ');
        rest.CopyTo(padded);
        return Next(ref MemoryMarshal.GetReference(padded));
    }
}
