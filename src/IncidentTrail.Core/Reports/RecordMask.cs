using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentTrail.Json;

namespace IncidentTrail.Reports;

/// <summary>A record's JSON, indented, with codes and delivery addresses masked, also where JSON lies inside text.</summary>
internal static class RecordMask
{
    internal const string Masked = "(masked)";

    private static readonly string[] s_sensitive = ["acceptCode", "activationCode", "deliveryAddress", "simpleAddress"];

    private static readonly JsonWriterOptions s_indented = new()
    {
        Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = EngineLimits.DeepestReported,
    };

    private static readonly JsonWriterOptions s_line = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = EngineLimits.DeepestReported,
    };

    /// <summary>The record; what cannot be masked for sure is not shown.</summary>
    internal static string Show(ReadOnlySpan<byte> json, bool includeSensitive) =>
        TryWrite(json, includeSensitive, s_indented, out var text) ? TextForDisplay.Escaped(text) : "(a record that cannot be shown: its JSON is nested too deep)";

    /// <summary>The record as one line of JSON; false where it cannot be masked for sure.</summary>
    internal static bool TryLine(ReadOnlySpan<byte> json, bool includeSensitive, out string line) => TryWrite(json, includeSensitive, s_line, out line);

    private static bool TryWrite(ReadOnlySpan<byte> json, bool includeSensitive, JsonWriterOptions options, out string text)
    {
        using var stream = new MemoryStream();
        text = string.Empty;
        try
        {
            using (var writer = new Utf8JsonWriter(stream, options))
                Copy(json, writer, includeSensitive);
            text = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer, bool includeSensitive)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = EngineLimits.DeepestReported });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    Name(ref reader, writer, includeSensitive);
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(Inner(JsonText.Decode(reader.ValueSpan), includeSensitive));
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan);
                    break;
            }
        }
    }

    private static void Name(ref Utf8JsonReader reader, Utf8JsonWriter writer, bool includeSensitive)
    {
        var name = JsonText.Decode(reader.ValueSpan);
        writer.WritePropertyName(name);
        if (includeSensitive || !s_sensitive.Contains(name, StringComparer.OrdinalIgnoreCase))
            return;
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            writer.WriteNullValue();
            return;
        }
        reader.Skip();
        writer.WriteStringValue(Masked);
    }

    private static string Inner(string text, bool includeSensitive)
    {
        if (includeSensitive || !Array.Exists(s_sensitive, s => text.Contains(s, StringComparison.OrdinalIgnoreCase)))
            return text;
        // Text that speaks of a code and is no JSON cannot be masked in part.
        return text.AsSpan().TrimStart() is ['{' or '[' or '"', ..]
            && TryWrite(Encoding.UTF8.GetBytes(text), includeSensitive, s_line, out var masked) ? masked : Masked;
    }
}
