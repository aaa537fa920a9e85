using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IncidentTrail.Records;

/// <summary>
/// Makes the hash of one or more parts, which cannot run together: the length of each counts. It is seeded for each process,
/// so that no log can be written that makes two things pass for one.
/// </summary>
internal struct SeededHasher
{
    private const int Word = 8;
    private const int Half = 2 * Word;
    private const int Step = 2 * Half;
    private static readonly ulong SeedA = MakeSeed();
    private static readonly ulong SeedB = MakeSeed();
    private static readonly ulong SeedC = MakeSeed();
    private static readonly ulong SeedD = MakeSeed();

    // Two side by side, two words a multiplication: each event delivered pays for it.
    private ulong _a = SeedA;
    private ulong _b = SeedB;

    public SeededHasher()
    {
    }

    /// <summary>The hash of what was added.</summary>
    internal readonly SeededHash Hash => new(Fold(_a ^ SeedC, _b ^ SeedD), Fold(_b ^ SeedC, _a ^ SeedD));

    /// <summary>The hash of one part.</summary>
    internal static SeededHash Of(ReadOnlySpan<byte> part)
    {
        var hasher = new SeededHasher();
        hasher.Add(part);
        return hasher.Hash;
    }

    /// <summary>Adds a part.</summary>
    [MethodImpl(Jit.Hot)]
    internal void Add(ReadOnlySpan<byte> part)
    {
        ref var at = ref MemoryMarshal.GetReference(part);
        var left = part.Length;
        var a = _a;
        var b = Fold(_b ^ (ulong)left, SeedD);
        for (; left >= Step; left -= Step, at = ref Unsafe.Add(ref at, Step))
        {
            a = Fold(a ^ Read(ref at, 0), SeedC ^ Read(ref at, Word));
            b = Fold(b ^ Read(ref at, Half), SeedD ^ Read(ref at, Half + Word));
        }
        // What is left is read from both of its ends, which may overlap.
        if (left > Half)
        {
            a = Fold(a ^ Read(ref at, 0), SeedC ^ Read(ref at, Word));
            b = Fold(b ^ Read(ref at, left - Half), SeedD ^ Read(ref at, left - Word));
        }
        else if (left >= Word)
            a = Fold(a ^ Read(ref at, 0), SeedC ^ Read(ref at, left - Word));
        else if (left > 0)
            a = Fold(a ^ Few(part[^left..]), SeedC);
        (_a, _b) = (a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte from, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, at));

    private static ulong Few(ReadOnlySpan<byte> bytes)
    {
        ulong word = 0;
        foreach (var b in bytes)
            word = (word << 8) | b;
        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }

    private static ulong MakeSeed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(Word)) | 1;
}
