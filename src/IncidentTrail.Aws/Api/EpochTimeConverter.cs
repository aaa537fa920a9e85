using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// A time of the JSON protocol: seconds since 1970 as a number, with a fraction or in scientific notation; ISO text is
/// read too. The result is UTC. What is no time is null: an unreadable date must not cost the answer.
/// </summary>
internal sealed class EpochTimeConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteNumberValue(new DateTimeOffset(time.ToUniversalTime()).ToUnixTimeSeconds());
        else
            writer.WriteNullValue();
    }

    /// <summary>The time of the value that the reader stands on, which is passed over whatever it is.</summary>
    public static DateTime? Of(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var seconds) ? Of(seconds) : null;
            case JsonTokenType.String:
                return Of(reader.GetString());
            default:
                reader.Skip();
                return null;
        }
    }

    private static DateTime? Of(string? text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return Of(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime
            : null;
    }

    private static DateTime? Of(decimal seconds) =>
        seconds is > -62_135_596_800m and < 253_402_300_800m
            ? DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;
}
