using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace IncidentTrail.Json;

/// <summary>
/// Where the bytes that shape JSON stand among 64 bytes, a bit a byte. Hand-vectorised because every record that is
/// rejected unread is still counted, which is a pass over each inflated byte; one byte at a time it costs more than the
/// inflation.
/// </summary>
internal readonly record struct JsonMasks(ulong Quotes, ulong Backslashes, ulong Opens, ulong Closes, ulong Controls)
{
    // '[' and ']' become '{' and '}' with it, so that one comparison finds both.
    private const byte CaseBit = 0x20;

    // Below it no character may stand in a string as it is.
    private const byte FirstPlain = 0x20;

    /// <summary>The masks by the widest vectors that the processor has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonMasks Of(ref byte at) =>
        Vector512.IsHardwareAccelerated ? Widest(ref at)
        : Vector256.IsHardwareAccelerated ? Wide(ref at)
        : Narrow(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonMasks Widest(ref byte at)
    {
        var block = Vector512.LoadUnsafe(ref at);
        var folded = block | Vector512.Create(CaseBit);
        return new JsonMasks(
            Bits(block, (byte)'"'), Bits(block, (byte)'\\'), Bits(folded, (byte)'{'), Bits(folded, (byte)'}'),
            Vector512.LessThan(block, Vector512.Create(FirstPlain)).ExtractMostSignificantBits());

        static ulong Bits(Vector512<byte> block, byte value) =>
            Vector512.Equals(block, Vector512.Create(value)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonMasks Wide(ref byte at)
    {
        var low = Vector256.LoadUnsafe(ref at);
        var high = Vector256.LoadUnsafe(ref at, 32);
        var lowFolded = low | Vector256.Create(CaseBit);
        var highFolded = high | Vector256.Create(CaseBit);
        return new JsonMasks(
            Bits(low, high, (byte)'"'), Bits(low, high, (byte)'\\'),
            Bits(lowFolded, highFolded, (byte)'{'), Bits(lowFolded, highFolded, (byte)'}'), Below(low) | ((ulong)Below(high) << 32));

        static ulong Bits(Vector256<byte> low, Vector256<byte> high, byte value)
        {
            var sought = Vector256.Create(value);
            return Vector256.Equals(low, sought).ExtractMostSignificantBits()
                | ((ulong)Vector256.Equals(high, sought).ExtractMostSignificantBits() << 32);
        }

        static uint Below(Vector256<byte> part) =>
            Vector256.LessThan(part, Vector256.Create(FirstPlain)).ExtractMostSignificantBits();
    }

    internal static JsonMasks Narrow(ref byte at)
    {
        ulong quotes = 0, backslashes = 0, opens = 0, closes = 0, controls = 0;
        for (var i = 0; i < JsonBlock.Size; i += 16)
        {
            var part = Vector128.LoadUnsafe(ref at, (nuint)i);
            var folded = part | Vector128.Create(CaseBit);
            quotes |= Bits(part, (byte)'"') << i;
            backslashes |= Bits(part, (byte)'\\') << i;
            opens |= Bits(folded, (byte)'{') << i;
            closes |= Bits(folded, (byte)'}') << i;
            controls |= (ulong)Vector128.LessThan(part, Vector128.Create(FirstPlain)).ExtractMostSignificantBits() << i;
        }
        return new JsonMasks(quotes, backslashes, opens, closes, controls);

        static ulong Bits(Vector128<byte> part, byte value) =>
            Vector128.Equals(part, Vector128.Create(value)).ExtractMostSignificantBits();
    }

    /// <summary>The portable twin, against which tests hold the vectors.</summary>
    internal static JsonMasks Scalar(ReadOnlySpan<byte> block)
    {
        ulong quotes = 0, backslashes = 0, opens = 0, closes = 0, controls = 0;
        for (var i = 0; i < JsonBlock.Size; i++)
        {
            var bit = 1UL << i;
            switch (block[i])
            {
                case (byte)'"': quotes |= bit; break;
                case (byte)'\\': backslashes |= bit; break;
                case (byte)'{' or (byte)'[': opens |= bit; break;
                case (byte)'}' or (byte)']': closes |= bit; break;
                case < FirstPlain: controls |= bit; break;
            }
        }
        return new JsonMasks(quotes, backslashes, opens, closes, controls);
    }
}
