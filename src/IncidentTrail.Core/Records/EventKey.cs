using System.Runtime.CompilerServices;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>
/// What tells an event from every other (event id, recipient account, time, source and name) in 96 bits, and its JSON in 32.
/// </summary>
internal readonly record struct EventKey(ulong High, uint Low, uint Content)
{
    [MethodImpl(Jit.Hot)]
    internal static EventKey Of(ReadOnlySpan<byte> json, RecordFields fields)
    {
        var hasher = new SeededHasher();
        hasher.Add(fields.Get(json, RecordField.EventId));
        hasher.Add(fields.Get(json, RecordField.RecipientAccountId));
        hasher.Add(fields.Get(json, RecordField.EventTime));
        hasher.Add(fields.Get(json, RecordField.EventSource));
        hasher.Add(fields.Get(json, RecordField.EventName));
        var key = hasher.Hash;
        var content = HasSpaceBetweenTokens(json) ? HashCompact(json) : ContentHash.Of(json);
        return new EventKey(key.High, (uint)key.Low, content);
    }

    // White space between tokens is no difference: a copy may have been printed prettily.
    private static uint HashCompact(ReadOnlySpan<byte> json)
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
        return ContentHash.Of(compact.AsSpan(0, length));
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
