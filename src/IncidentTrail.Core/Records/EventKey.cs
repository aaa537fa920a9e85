using System.Runtime.CompilerServices;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>
/// What tells an event from every other (event id, recipient account, time, source and name) in 96 bits, and its JSON in 32.
/// </summary>
internal readonly record struct EventKey(ulong High, uint Low, uint Content)
{
    /// <summary>The key of a record; null without an event id, where nothing is a duplicate.</summary>
    [MethodImpl(Jit.Hot)]
    internal static EventKey? Of(scoped in RecordBytes record)
    {
        if (IdentityOf(record) is not var (high, low))
            return null;
        var json = record.Json;
        return new EventKey(high, low, HasSpaceBetweenTokens(json) ? HashCompact(json) : ContentHash.Of(json));
    }

    /// <summary>Of the key what does not tell the JSON: alike for the copies of one event.</summary>
    [MethodImpl(Jit.Hot)]
    internal static (ulong High, uint Low)? IdentityOf(scoped in RecordBytes record)
    {
        var id = record.Get(RecordField.EventId);
        if (!RecordText.IsPresent(id))
            return null;
        var hasher = new SeededHasher();
        hasher.Add(id);
        hasher.Add(record.Get(RecordField.RecipientAccountId));
        hasher.Add(record.Get(RecordField.EventTime));
        hasher.Add(record.Get(RecordField.EventSource));
        hasher.Add(record.Get(RecordField.EventName));
        var key = hasher.Hash;
        return (key.High, (uint)key.Low);
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
        if (json.StartsWith(RecordForm.Ordinary))
            return false;
        if (json.Length < 2 || json[1] != '"')
            return true;
        var at = 1;
        return !JsonWalker.TrySkipString(json, ref at) || at + 1 >= json.Length || json[at] != ':'
            || json[at + 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }
}
