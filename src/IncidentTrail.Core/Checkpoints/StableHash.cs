using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IncidentTrail.Records;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// 64 bits that stand for a log or an event in every process alike. They are of SHA-256: no log can be written that passes for
/// another one, and is left out for it.
/// </summary>
internal static class StableHash
{
    private const int OnStack = 1024;

    private static readonly RecordField[] s_key =
    [
        RecordField.EventId, RecordField.RecipientAccountId, RecordField.EventTime, RecordField.EventSource, RecordField.EventName,
    ];

    /// <summary>What stands for a text.</summary>
    internal static ulong Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>What stands for an event: what tells it from every other, or its whole record and place where it has no id.</summary>
    internal static ulong OfEvent(in RecordBytes record, EventKey? key, TrailLog log, int index)
    {
        if (key is null)
            return Of(FormattableString.Invariant($"{log.Location}#{index}:{Convert.ToHexString(SHA256.HashData(record.Json))}"));
        var length = 0;
        foreach (var field in s_key)
            length += sizeof(int) + record.Get(field).Length;
        var parts = length <= OnStack ? stackalloc byte[length] : new byte[length];
        var rest = parts;
        foreach (var field in s_key)
        {
            var value = record.Get(field);
            BinaryPrimitives.WriteInt32LittleEndian(rest, value.Length);
            value.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + value.Length)..];
        }
        return Of(parts);
    }

    /// <summary>What stands for bytes.</summary>
    internal static ulong Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
