using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IncidentTrail.Reading;

/// <summary>
/// A hash of 128 bits that stands for its bytes: what has the same is taken for the same. It is seeded for each process, so
/// that no log can be written that makes two things pass for one.
/// </summary>
internal readonly record struct SeededHash(ulong High, ulong Low)
{
    private const int Step = 64;
    private static readonly ulong SeedA = MakeSeed();
    private static readonly ulong SeedB = MakeSeed();
    private static readonly ulong SeedC = MakeSeed();
    private static readonly ulong SeedD = MakeSeed();

    // Two words a multiplication and four of these side by side, for each event delivered pays for it.
    [MethodImpl(Jit.Hot)]
    internal static SeededHash Of(ReadOnlySpan<byte> bytes)
    {
        ulong a = SeedA ^ (ulong)bytes.Length, b = SeedB, c = SeedC, d = SeedD;
        for (; bytes.Length >= Step; bytes = bytes[Step..])
            Absorb(ref a, ref b, ref c, ref d, bytes);
        Span<byte> padded = stackalloc byte[Step];
        padded.Clear();
        bytes.CopyTo(padded);
        Absorb(ref a, ref b, ref c, ref d, padded);
        // Both halves hang on all four.
        var x = Fold(a ^ SeedC, c ^ SeedA);
        var y = Fold(b ^ SeedD, d ^ SeedB);
        return new SeededHash(Fold(x ^ SeedB, y ^ SeedA), x ^ BitOperations.RotateLeft(y, 32));
    }

    /// <summary>The hash of both, in this order.</summary>
    internal SeededHash With(SeededHash other) => Of(MemoryMarshal.AsBytes((ReadOnlySpan<ulong>)[High, Low, other.High, other.Low]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Absorb(ref ulong a, ref ulong b, ref ulong c, ref ulong d, ReadOnlySpan<byte> step)
    {
        a = Fold(a ^ Word(step, 0), SeedA ^ Word(step, 8));
        b = Fold(b ^ Word(step, 16), SeedB ^ Word(step, 24));
        c = Fold(c ^ Word(step, 32), SeedC ^ Word(step, 40));
        d = Fold(d ^ Word(step, 48), SeedD ^ Word(step, 56));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }

    private static ulong MakeSeed() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
}
