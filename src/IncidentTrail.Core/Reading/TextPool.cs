using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace IncidentTrail.Reading;

/// <summary>
/// Gives the same string for the same bytes, for the few values that nearly every record repeats (source, name, Region,
/// account). One a worker: it has no locks, and forgets a string when another takes its place.
/// </summary>
internal sealed class TextPool
{
    private const int Size = 1024;
    private readonly (byte[] Bytes, string Text)[] _entries = new (byte[], string)[Size];

    /// <summary>The string a JSON string literal stands for; the literal's own text for any other value.</summary>
    internal string Get(ReadOnlySpan<byte> json)
    {
        var inner = json.Length >= 2 && json[0] == '"' ? json[1..^1] : json;
        if (inner.Length > 128 || inner.Contains((byte)'\\'))
            return JsonText.Decode(inner);
        ref var entry = ref _entries[Hash(inner) % Size];
        if (entry.Bytes is null || !inner.SequenceEqual(entry.Bytes))
            entry = (inner.ToArray(), Encoding.UTF8.GetString(inner));
        return entry.Text;
    }

    // Eight bytes at a time: it is asked several times a record.
    private static uint Hash(ReadOnlySpan<byte> bytes)
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
