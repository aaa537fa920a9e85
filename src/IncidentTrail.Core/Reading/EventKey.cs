using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Reading;

/// <summary>
/// What tells an event from every other (event id, recipient account, time, source and name) in 96 bits, and its JSON in 32.
/// </summary>
internal readonly record struct EventKey(ulong High, uint Low, uint Content)
{
    private const int OrdinarySize = 512;

    private static readonly RecordField[] Parts =
    [
        RecordField.EventId, RecordField.RecipientAccountId, RecordField.EventTime, RecordField.EventSource, RecordField.EventName,
    ];

    [MethodImpl(Jit.Hot)]
    internal static EventKey Of(ReadOnlySpan<byte> json, RecordFields fields)
    {
        var size = 0;
        foreach (var field in Parts)
            size += sizeof(int) + fields.Get(json, field).Length;
        var joined = size <= OrdinarySize ? stackalloc byte[OrdinarySize] : new byte[size];
        var at = 0;
        foreach (var field in Parts)
        {
            // The length before each part, so that parts cannot run together.
            var part = fields.Get(json, field);
            BinaryPrimitives.WriteInt32LittleEndian(joined[at..], part.Length);
            part.CopyTo(joined[(at + sizeof(int))..]);
            at += sizeof(int) + part.Length;
        }
        var key = SeededHash.Of(joined[..size]);
        var content = HasSpaceBetweenTokens(json) ? HashCompact(json) : SeededHash.Of(json);
        return new EventKey(key.High, (uint)key.Low, (uint)content.Low);
    }

    // White space between tokens is no difference: a copy may have been printed prettily.
    private static SeededHash HashCompact(ReadOnlySpan<byte> json)
    {
        var compact = new byte[json.Length];
        var length = 0;
        for (var i = 0; i < json.Length;)
        {
            if (json[i] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                i++;
                continue;
            }
            var from = i++;
            if (json[from] == '"')
            {
                i = from;
                if (!JsonWalker.TrySkipString(json, ref i))
                    i = json.Length;
            }
            json[from..i].CopyTo(compact.AsSpan(length));
            length += i - from;
        }
        return SeededHash.Of(compact.AsSpan(0, length));
    }

    private static bool HasSpaceBetweenTokens(ReadOnlySpan<byte> json)
    {
        if (json.Length < 2 || json[1] != '"')
            return true;
        var at = 1;
        return !JsonWalker.TrySkipString(json, ref at) || at + 1 >= json.Length || json[at] != ':'
            || json[at + 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }
}
