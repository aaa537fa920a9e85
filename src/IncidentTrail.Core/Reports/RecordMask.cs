using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentTrail.Json;

namespace IncidentTrail.Reports;

/// <summary>A record's JSON, indented, with codes and delivery addresses masked, also where JSON lies inside text.</summary>
internal static class RecordMask
{
    internal const string Masked = "(masked)";

    private static readonly string[] s_codes = ["acceptCode", "activationCode"];

    private static readonly string[] s_sensitive = [.. s_codes, "deliveryAddress", "simpleAddress"];

    private static readonly JsonWriterOptions s_indented = new()
    {
        Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = HostileLimits.DeepestReported,
    };

    private static readonly JsonWriterOptions s_line = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = HostileLimits.DeepestReported,
    };

    /// <summary>The record; what cannot be masked for sure is not shown.</summary>
    internal static string Show(ReadOnlySpan<byte> json, bool includeSensitive) =>
        TryWrite(json, includeSensitive ? [] : s_sensitive, s_indented, out var text) ? TextForDisplay.Escaped(text) : "(a record that cannot be shown: its JSON is nested too deep)";

    /// <summary>The record as one line of JSON; false where it cannot be masked for sure.</summary>
    internal static bool TryLine(ReadOnlySpan<byte> json, bool includeSensitive, out string line) =>
        TryWrite(json, includeSensitive ? [] : s_sensitive, s_line, out line);

    /// <summary>JSON on one line with its codes masked: what makes an answer to a page valid is nobody's to read off a screen.</summary>
    internal static string WithoutCodes(string json) => !Array.Exists(s_codes, c => json.Contains(c, StringComparison.OrdinalIgnoreCase))
        ? json
        : TryWrite(Encoding.UTF8.GetBytes(json), s_codes, s_line, out var text) ? text : Masked;

    /// <summary>Text of a field, or that it is masked where it speaks of a code.</summary>
    internal static string TextWithoutCodes(string text) => Inner(text, s_codes);

    /// <summary>Whether a field of this name holds a code.</summary>
    internal static bool IsCode(string name) => s_codes.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool TryWrite(ReadOnlySpan<byte> json, string[] hidden, JsonWriterOptions options, out string text)
    {
        using var stream = new MemoryStream();
        text = string.Empty;
        try
        {
            using (var writer = new Utf8JsonWriter(stream, options))
                Copy(json, writer, hidden);
            text = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer, string[] hidden)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = HostileLimits.DeepestReported });
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
                    Name(ref reader, writer, hidden);
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(Inner(JsonText.Decode(reader.ValueSpan), hidden));
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan);
                    break;
            }
        }
    }

    private static void Name(ref Utf8JsonReader reader, Utf8JsonWriter writer, string[] hidden)
    {
        var name = JsonText.Decode(reader.ValueSpan);
        writer.WritePropertyName(name);
        if (!hidden.Contains(name, StringComparer.OrdinalIgnoreCase))
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

    private static string Inner(string text, string[] hidden)
    {
        if (!Array.Exists(hidden, s => text.Contains(s, StringComparison.OrdinalIgnoreCase)))
            return text;
        // Text that speaks of a code and is no JSON cannot be masked in part.
        return text.AsSpan().TrimStart() is ['{' or '[' or '"', ..]
            && TryWrite(Encoding.UTF8.GetBytes(text), hidden, s_line, out var masked) ? masked : Masked;
    }
}
