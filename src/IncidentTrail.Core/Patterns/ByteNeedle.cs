using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IncidentTrail.Patterns;

/// <summary>
/// Finds an ASCII text in raw bytes, ignoring case, or one of several that begin alike. It compares two bytes of the text
/// at once, a whole vector of positions at a time, and looks closer only where both fit. Hand-vectorised because the
/// runtime searches bytes ignoring case only for characters, and this pass over every inflated byte decides how fast a
/// trail is read.
/// </summary>
internal sealed class ByteNeedle
{
    internal const int MinLength = 2;

    // How often a byte occurs in CloudTrail's JSON, roughly, most frequent first: the rarer two bytes are compared.
    private const string Frequent = "\"eatnosri:,cdlmup-0123456789.hgfvwykbzxjq/_";

    private readonly byte[][] _texts;
    private readonly int _start;
    private readonly int _first;
    private readonly int _second;

    internal ByteNeedle(params IReadOnlyList<string> texts)
    {
        var start = CommonStart(texts);
        if (start.Length < MinLength || !texts.All(t => t.All(char.IsAscii)))
            throw new ArgumentException("a needle is ASCII texts with at least two characters in common", nameof(texts));
        _texts = [.. texts.Select(t => (byte[])[.. t.Select(c => (byte)char.ToLowerInvariant(c))])];
        _start = start.Length;
        var rarest = Enumerable.Range(0, _start).OrderByDescending(i => Rarity(_texts[0][i])).Take(2).Order().ToArray();
        (_first, _second) = (rarest[0], rarest[1]);
    }

    /// <summary>How all the texts begin.</summary>
    internal static string CommonStart(IReadOnlyList<string> texts)
    {
        var length = texts.Min(t => t.Length);
        for (var i = 0; i < length; i++)
        {
            if (texts.Any(t => char.ToLowerInvariant(t[i]) != char.ToLowerInvariant(texts[0][i])))
                return texts[0][..i];
        }
        return texts[0][..length];
    }

    /// <summary>The first position at or after <paramref name="from"/>, or -1.</summary>
    [MethodImpl(Jit.Hot)]
    internal int IndexOf(ReadOnlySpan<byte> data, int from)
    {
        var last = data.Length - _start;
        var (at, found) = Vector512.IsHardwareAccelerated ? Search<Widest>(data, from, last)
            : Vector256.IsHardwareAccelerated ? Search<Wide>(data, from, last)
            : Vector128.IsHardwareAccelerated ? Search<Narrow>(data, from, last)
            : (from, false);
        return found ? at : IndexOfScalar(data, at);
    }

    /// <summary>The portable twin, against which tests hold the vectorised search.</summary>
    [MethodImpl(Jit.Hot)]
    internal int IndexOfScalar(ReadOnlySpan<byte> data, int from)
    {
        for (var i = from; i <= data.Length - _start; i++)
        {
            if (IsAt(data, i))
                return i;
        }
        return -1;
    }

    private static int Rarity(byte b) => Frequent.IndexOf((char)b) is var i and >= 0 ? i : Frequent.Length;

    private static byte CaseBit(byte lower) => lower is >= (byte)'a' and <= (byte)'z' ? (byte)0x20 : (byte)0;

    [MethodImpl(Jit.Hot)]
    private bool IsAt(ReadOnlySpan<byte> data, int at)
    {
        foreach (var text in _texts)
        {
            if (IsAt(data[at..], text))
                return true;
        }
        return false;
    }

    [MethodImpl(Jit.Hot)]
    private static bool IsAt(ReadOnlySpan<byte> data, byte[] lower)
    {
        if (data.Length < lower.Length)
            return false;
        for (var i = 0; i < lower.Length; i++)
        {
            if ((data[i] | CaseBit(lower[i])) != lower[i])
                return false;
        }
        return true;
    }

    // Either the position found, or the position up to which there is none.
    [MethodImpl(Jit.Hot)]
    private (int At, bool Found) Search<TWidth>(ReadOnlySpan<byte> data, int from, int last)
        where TWidth : struct, IWidth
    {
        ref var origin = ref MemoryMarshal.GetReference(data);
        byte first = _texts[0][_first], second = _texts[0][_second];
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

        static abstract ulong Fits(ref byte at, byte value, byte caseBit);
    }

    private readonly struct Widest : IWidth
    {
        public static int Count => Vector512<byte>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Fits(ref byte at, byte value, byte caseBit) =>
            Vector512.Equals(Vector512.LoadUnsafe(ref at) | Vector512.Create(caseBit), Vector512.Create(value))
                .ExtractMostSignificantBits();
    }

    private readonly struct Wide : IWidth
    {
        public static int Count => Vector256<byte>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Fits(ref byte at, byte value, byte caseBit) =>
            Vector256.Equals(Vector256.LoadUnsafe(ref at) | Vector256.Create(caseBit), Vector256.Create(value))
                .ExtractMostSignificantBits();
    }

    private readonly struct Narrow : IWidth
    {
        public static int Count => Vector128<byte>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Fits(ref byte at, byte value, byte caseBit) =>
            Vector128.Equals(Vector128.LoadUnsafe(ref at) | Vector128.Create(caseBit), Vector128.Create(value))
                .ExtractMostSignificantBits();
    }
}
