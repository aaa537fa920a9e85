using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

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
        if (start.Length < MinLength || !texts.All(t => Ascii.IsValid(t)))
            throw new ArgumentException("a needle is ASCII texts with at least two characters in common", nameof(texts));
        _texts = [.. texts.Select(t => Encoding.ASCII.GetBytes(t.ToLowerInvariant()))];
        _start = start.Length;
        _first = Rarest(unlike: -1);
        // Two that are the same stand as far apart in other words too: 'v' in a caller's "svc-iv…" as in each "eventVersion".
        _second = Rarest(unlike: _texts[0][_first]);
        if (_second < 0)
            _second = 1;
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

    // Where the rarest byte of the common start stands, the first of several; -1 where all of it is the byte that is not wanted.
    private int Rarest(int unlike)
    {
        var rarest = -1;
        for (var i = 0; i < _start; i++)
        {
            if (_texts[0][i] != unlike && (rarest < 0 || Rarity(_texts[0][i]) > Rarity(_texts[0][rarest])))
                rarest = i;
        }
        return rarest;
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
        var at = from;
        while (true)
        {
            var fits = TWidth.Next(
                ref Unsafe.Add(ref origin, _first), first, ref Unsafe.Add(ref origin, _second), second, ref at, last - TWidth.Count);
            if (fits == 0)
                return (at, false);
            for (; fits != 0; fits &= fits - 1)
            {
                var found = at + BitOperations.TrailingZeroCount(fits);
                if (IsAt(data, found))
                    return (found, true);
            }
            at += TWidth.Count;
        }
    }

    private interface IWidth
    {
        static abstract int Count { get; }

        /// <summary>Goes on to where both bytes fit, and says at which of the places from there; 0 where they fit nowhere up to the
        /// last place. A loop of its own, and without a call, so that all it needs stays in registers.</summary>
        static abstract ulong Next(ref byte firsts, byte first, ref byte seconds, byte second, ref int at, int last);
    }

    private readonly struct Widest : IWidth
    {
        public static int Count => Vector512<byte>.Count;

        [MethodImpl(Jit.Hot | MethodImplOptions.NoInlining)]
        public static ulong Next(ref byte firsts, byte first, ref byte seconds, byte second, ref int at, int last)
        {
            var (one, other) = (Vector512.Create(first), Vector512.Create(second));
            var (oneCase, otherCase) = (Vector512.Create(CaseBit(first)), Vector512.Create(CaseBit(second)));
            ulong fits = 0;
            var i = at;
            for (; i <= last; i += Count)
            {
                fits = Vector512.Equals(Vector512.LoadUnsafe(ref firsts, (nuint)i) | oneCase, one).ExtractMostSignificantBits()
                    & Vector512.Equals(Vector512.LoadUnsafe(ref seconds, (nuint)i) | otherCase, other).ExtractMostSignificantBits();
                if (fits != 0)
                    break;
            }
            at = i;
            return fits;
        }
    }

    private readonly struct Wide : IWidth
    {
        public static int Count => Vector256<byte>.Count;

        [MethodImpl(Jit.Hot | MethodImplOptions.NoInlining)]
        public static ulong Next(ref byte firsts, byte first, ref byte seconds, byte second, ref int at, int last)
        {
            var (one, other) = (Vector256.Create(first), Vector256.Create(second));
            var (oneCase, otherCase) = (Vector256.Create(CaseBit(first)), Vector256.Create(CaseBit(second)));
            ulong fits = 0;
            var i = at;
            for (; i <= last; i += Count)
            {
                fits = Vector256.Equals(Vector256.LoadUnsafe(ref firsts, (nuint)i) | oneCase, one).ExtractMostSignificantBits()
                    & Vector256.Equals(Vector256.LoadUnsafe(ref seconds, (nuint)i) | otherCase, other).ExtractMostSignificantBits();
                if (fits != 0)
                    break;
            }
            at = i;
            return fits;
        }
    }

    private readonly struct Narrow : IWidth
    {
        public static int Count => Vector128<byte>.Count;

        [MethodImpl(Jit.Hot | MethodImplOptions.NoInlining)]
        public static ulong Next(ref byte firsts, byte first, ref byte seconds, byte second, ref int at, int last)
        {
            var (one, other) = (Vector128.Create(first), Vector128.Create(second));
            var (oneCase, otherCase) = (Vector128.Create(CaseBit(first)), Vector128.Create(CaseBit(second)));
            ulong fits = 0;
            var i = at;
            for (; i <= last; i += Count)
            {
                fits = Vector128.Equals(Vector128.LoadUnsafe(ref firsts, (nuint)i) | oneCase, one).ExtractMostSignificantBits()
                    & Vector128.Equals(Vector128.LoadUnsafe(ref seconds, (nuint)i) | otherCase, other).ExtractMostSignificantBits();
                if (fits != 0)
                    break;
            }
            at = i;
            return fits;
        }
    }
}
