using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Json;

/// <summary>A hash that chooses a slot in a pool: eight bytes at a time, since it is asked several times a record.</summary>
internal static class ByteHash
{
    [MethodImpl(Jit.Hot)]
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            hash = Step(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        ulong rest = 0;
        foreach (var b in bytes)
            rest = (rest << 8) | b;
        return (uint)(Step(hash, rest) >> 32);
    }

    private static ulong Step(ulong hash, ulong word) => BitOperations.RotateLeft(hash ^ word, 29) * 0x9E3779B97F4A7C15;
}
