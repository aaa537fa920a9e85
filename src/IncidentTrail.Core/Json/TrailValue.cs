using System.Text;
using System.Text.Json;

namespace IncidentTrail.Json;

/// <summary>
/// A service-defined JSON value as people script with it: <see cref="TrailObject"/>, object[], String, Int64, Decimal,
/// Boolean or null.
/// </summary>
internal static class TrailValue
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = int.MaxValue };

    /// <summary>Parses one JSON value; text that is none comes back as it is.</summary>
    public static object? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, s_options);
            reader.Read();
            var value = Read(ref reader, json, 0);
            reader.Read();
            return value;
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(json);
        }
    }

    private static object? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int depth) => reader.TokenType switch
    {
        JsonTokenType.String => JsonText.Decode(reader.ValueSpan),
        JsonTokenType.Number => JsonNumber.Parse(reader.ValueSpan),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ when depth >= HostileLimits.DeepestObject => ReadText(ref reader, json),
        JsonTokenType.StartArray => ReadArray(ref reader, json, depth + 1),
        _ => ReadObject(ref reader, json, depth + 1),
    };

    private static string ReadText(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
    }

    private static object?[] ReadArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int depth)
    {
        List<object?>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            (items ??= []).Add(Read(ref reader, json, depth));
        return items is null ? [] : [.. items];
    }

    private static TrailObject ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int depth)
    {
        TrailObjectBuilder? members = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = NamePool.Get(reader.ValueSpan);
            reader.Read();
            (members ??= TrailObjectBuilder.Take()).Add(name, Read(ref reader, json, depth));
        }

        return members is null ? TrailObject.Empty : members.End();
    }
}
