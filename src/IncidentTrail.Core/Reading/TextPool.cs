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
        uint hash = 2166136261;
        foreach (var b in inner)
            hash = (hash ^ b) * 16777619;
        ref var entry = ref _entries[(hash ^ (hash >> 15)) % Size];
        if (entry.Bytes is null || !inner.SequenceEqual(entry.Bytes))
            entry = (inner.ToArray(), Encoding.UTF8.GetString(inner));
        return entry.Text;
    }
}
