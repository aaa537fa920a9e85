using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IncidentTrail.Reading;

/// <summary>
/// Finds an ASCII text in raw bytes, ignoring case. It compares two bytes of the text at once, a whole vector of
/// positions at a time, and looks closer only where both fit. Hand-vectorised because the runtime searches bytes
/// ignoring case only for characters, and this pass over every inflated byte decides how fast a trail is read.
/// </summary>
internal sealed class ByteNeedle
{
    // How often a byte occurs in CloudTrail's JSON, roughly, most frequent first: the rarer two bytes are compared.
    private const string Frequent = "\"eatnosri:,cdlmup-0123456789.hgfvwykbzxjq/_";

    private readonly byte[] _lower;
    private readonly int _first;
    private readonly int _second;

    internal ByteNeedle(string text)
    {
        if (text.Length < 2 || !text.All(char.IsAscii))
            throw new ArgumentException("a needle is at least two ASCII characters", nameof(text));
        _lower = [.. text.Select(c => (byte)char.ToLowerInvariant(c))];
        var rarest = Enumerable.Range(0, _lower.Length).OrderByDescending(i => Rarity(_lower[i])).Take(2).Order().ToArray();
        (_first, _second) = (rarest[0], rarest[1]);
    }

    internal int Length => _lower.Length;

    /// <summary>The first position at or after <paramref name="from"/>, or -1.</summary>
    internal int IndexOf(ReadOnlySpan<byte> data, int from)
    {
        var last = data.Length - _lower.Length;
        var (at, found) = Vector256.IsHardwareAccelerated ? Search<Wide>(data, from, last)
            : Vector128.IsHardwareAccelerated ? Search<Narrow>(data, from, last)
            : (from, false);
        return found ? at : IndexOfScalar(data, at);
    }

    /// <summary>The portable twin, against which tests hold the vectorised search.</summary>
    internal int IndexOfScalar(ReadOnlySpan<byte> data, int from)
    {
        for (var i = from; i <= data.Length - _lower.Length; i++)
        {
            if (IsAt(data, i))
                return i;
        }
        return -1;
    }

    private static int Rarity(byte b) => Frequent.IndexOf((char)b) is var i and >= 0 ? i : Frequent.Length;

    private static byte CaseBit(byte lower) => lower is >= (byte)'a' and <= (byte)'z' ? (byte)0x20 : (byte)0;

    private bool IsAt(ReadOnlySpan<byte> data, int at)
    {
        var candidate = data.Slice(at, _lower.Length);
        for (var i = 0; i < candidate.Length; i++)
        {
            if ((candidate[i] | CaseBit(_lower[i])) != _lower[i])
                return false;
        }
        return true;
    }

    // Either the position found, or the position up to which there is none.
    private (int At, bool Found) Search<TWidth>(ReadOnlySpan<byte> data, int from, int last)
        where TWidth : struct, IWidth
    {
        ref var origin = ref MemoryMarshal.GetReference(data);
        byte first = _lower[_first], second = _lower[_second];
        byte firstCase = CaseBit(first), secondCase = CaseBit(second);
        var i = from;
        for (; i <= last - TWidth.Count; i += TWidth.Count)
        {
            var fits = TWidth.Fits(ref Unsafe.Add(ref origin, i + _first), first, firstCase)
                & TWidth.Fits(ref Unsafe.Add(ref origin, i + _second), second, secondCase);
            for (; fits != 0; fits &= fits - 1)
            {
                var at = i + BitOperations.TrailingZeroCount(fits);
                if (IsAt(data, at))
                    return (at, true);
            }
        }
        return (i, false);
    }

    private interface IWidth
    {
        static abstract int Count { get; }

        static abstract uint Fits(ref byte at, byte value, byte caseBit);
    }

    private readonly struct Wide : IWidth
    {
        public static int Count => Vector256<byte>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Fits(ref byte at, byte value, byte caseBit) =>
            Vector256.Equals(Vector256.LoadUnsafe(ref at) | Vector256.Create(caseBit), Vector256.Create(value))
                .ExtractMostSignificantBits();
    }

    private readonly struct Narrow : IWidth
    {
        public static int Count => Vector128<byte>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Fits(ref byte at, byte value, byte caseBit) =>
            Vector128.Equals(Vector128.LoadUnsafe(ref at) | Vector128.Create(caseBit), Vector128.Create(value))
                .ExtractMostSignificantBits();
    }
}
