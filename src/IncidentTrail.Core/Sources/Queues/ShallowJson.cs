using System.Buffers;
using System.Text;
using System.Text.Json;

namespace IncidentTrail.Sources.Queues;

/// <summary>
/// JSON without what lies deep in it, for .NET's own document: at the end of each object and list that goes back over all it has
/// read, to find where they began, so that what is nested for harm takes it very long.
/// </summary>
internal static class ShallowJson
{
    /// <summary>The same in UTF-8, with null in place of what is nested deeper. Throws <see cref="JsonException"/> where it is no JSON.</summary>
    /// <param name="text">JSON, however deep.</param>
    /// <param name="depth">How many levels of objects and lists are kept.</param>
    internal static ReadOnlyMemory<byte> Of(string text, int depth)
    {
        var json = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var kept = new ArrayBufferWriter<byte>(Math.Max(json.Length, 1));
        var from = 0;
        while (reader.Read())
        {
            if (reader.CurrentDepth < depth || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                continue;
            kept.Write(json.AsSpan(from, (int)reader.TokenStartIndex - from));
            kept.Write("null"u8);
            reader.Skip();
            from = (int)reader.BytesConsumed;
        }
        kept.Write(json.AsSpan(from));
        return kept.WrittenMemory;
    }
}
