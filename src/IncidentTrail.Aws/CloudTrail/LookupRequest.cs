using System.Buffers;
using System.Text.Json;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>The parameters of LookupEvents that stay the same across the pages of one answer.</summary>
internal sealed record LookupRequest(LookupAttribute? Attribute, DateTime? StartUtc, DateTime? EndUtc)
{
    private const int LargestPage = 50;

    /// <summary>
    /// The body that asks for a page. The API's times are whole seconds and both inclusive: the start is rounded down
    /// and the end up, so that nothing of the window is missed; the filter cuts exactly.
    /// </summary>
    public byte[] ToBody(string? nextToken)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        if (Attribute is { } attribute)
        {
            writer.WriteStartArray("LookupAttributes");
            writer.WriteStartObject();
            writer.WriteString("AttributeKey", attribute.Key.ToString());
            writer.WriteString("AttributeValue", attribute.Value);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (StartUtc is { } start)
            writer.WriteNumber("StartTime", (long)Math.Floor(Seconds(start)));
        if (EndUtc is { } end)
            writer.WriteNumber("EndTime", (long)Math.Ceiling(Seconds(end)));
        writer.WriteNumber("MaxResults", LargestPage);
        if (nextToken is not null)
            writer.WriteString("NextToken", nextToken);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static decimal Seconds(DateTime utc) => (decimal)(utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
}
