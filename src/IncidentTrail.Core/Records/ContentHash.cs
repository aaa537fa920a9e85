using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace IncidentTrail.Records;

/// <summary>
/// A hash of 32 bits that tells whether two copies of an event are written alike. Every byte of every event delivered goes
/// through it, so it is the cheapest that cannot be outwitted: the sum of products of NH, after UMAC (RFC 4418), whose keys
/// are new for each process. Hand-vectorised, since the products one at a time cost as much as finding the fields.
/// </summary>
internal static class ContentHash
{
    private const int Step = 32;
    private const int BlockSize = 1024;
    private static readonly uint[] Keys = MakeKeys();
    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    [MethodImpl(Jit.Hot)]
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Seed ^ (ulong)bytes.Length;
        for (; bytes.Length >= BlockSize; bytes = bytes[BlockSize..])
            hash = Join(hash, Sum(bytes[..BlockSize]));
        var whole = bytes.Length / Step * Step;
        Span<byte> padded = stackalloc byte[Step];
        padded.Clear();
        bytes[whole..].CopyTo(padded);
        return (uint)(Join(Join(hash, Sum(bytes[..whole])), Sum(padded)) >> 32);
    }

    /// <summary>The sum of a block, of whole steps, by the widest vectors that multiply so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Sum(ReadOnlySpan<byte> block) => Avx2.IsSupported ? SumWide(block) : SumScalar(block);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong SumWide(ReadOnlySpan<byte> block)
    {
        ref var origin = ref MemoryMarshal.GetReference(block);
        ref var keys = ref MemoryMarshal.GetArrayDataReference(Keys);
        var sum = Vector256<ulong>.Zero;
        for (var i = 0; i < block.Length; i += Step)
        {
            var words = Vector256.LoadUnsafe(ref origin, (nuint)i).AsUInt32() + Vector256.LoadUnsafe(ref keys, (nuint)(i / sizeof(uint)));
            sum += Avx2.Multiply(words, (words.AsUInt64() >>> 32).AsUInt32());
        }
        return Vector256.Sum(sum);
    }

    /// <summary>The portable twin, against which a test holds the vectors.</summary>
    internal static ulong SumScalar(ReadOnlySpan<byte> block)
    {
        var words = MemoryMarshal.Cast<byte, uint>(block);
        ulong sum = 0;
        for (var i = 0; i + 1 < words.Length; i += 2)
            sum += (ulong)(words[i] + Keys[i]) * (words[i + 1] + Keys[i + 1]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(ulong hash, ulong sum)
    {
        var high = Math.BigMul(hash ^ sum, Seed, out var low);
        return BitOperations.RotateLeft(high ^ low, 32);
    }

    private static uint[] MakeKeys() => MemoryMarshal.Cast<byte, uint>(RandomNumberGenerator.GetBytes(BlockSize)).ToArray();
}
