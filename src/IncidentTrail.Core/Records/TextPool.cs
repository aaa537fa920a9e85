using System.Runtime.CompilerServices;
using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>
/// Gives the same string for the same bytes, for the few values that nearly every record repeats (source, name, Region,
/// account). One a worker: it has no locks, and forgets a string when another takes its place.
/// </summary>
internal sealed class TextPool
{
    private const int Size = 1024;
    private const int LongestText = 256;

    [ThreadStatic]
    private static TextPool? s_ofThread;

    private readonly (byte[] Bytes, string Text)[] _entries = new (byte[], string)[Size];

    /// <summary>The pool of the thread that asks, for fields that are read after delivery.</summary>
    internal static TextPool OfThread => s_ofThread ??= new TextPool();

    /// <summary>The string a JSON string literal stands for; the literal's own text for any other value.</summary>
    [MethodImpl(Jit.Hot)]
    internal string Get(ReadOnlySpan<byte> json)
    {
        var inner = json.Length >= 2 && json[0] == '"' ? json[1..^1] : json;
        if (inner.Length > LongestText)
            return JsonText.Decode(inner);
        ref var entry = ref _entries[ByteHash.Of(inner) % Size];
        if (entry.Bytes is null || !inner.SequenceEqual(entry.Bytes))
            entry = (inner.ToArray(), JsonText.Decode(inner));
        return entry.Text;
    }
}
