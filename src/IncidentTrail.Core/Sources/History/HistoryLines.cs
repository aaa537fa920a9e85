using System.Buffers;
using System.Text;
using System.Text.Json;

namespace IncidentTrail.Sources.History;

/// <summary>The records in an answer of Event history, one line each, as CloudTrail delivered them.</summary>
internal static class HistoryLines
{
    /// <summary>Reads an answer. An entry without a record is a line of its own, so that nothing of the answer is lost.</summary>
    internal static async Task<IReadOnlyList<byte[]>> ReadAsync(Stream answer, CancellationToken token)
    {
        using var page = await JsonDocument.ParseAsync(answer, default, token).ConfigureAwait(false);
        var lines = new List<byte[]>();
        foreach (var entry in page.RootElement.GetProperty("Events").EnumerateArray())
        {
            var text = entry.TryGetProperty("CloudTrailEvent", out var record) && record.ValueKind == JsonValueKind.String
                ? record.GetString()!
                : entry.GetRawText();
            lines.Add(OneLine(Encoding.UTF8.GetBytes(text)));
        }

        return lines;
    }

    // A line break can only stand between tokens (inside a string JSON escapes it), where white space means nothing.
    private static byte[] OneLine(byte[] json)
    {
        if (json.AsSpan().IndexOfAny((byte)'\n', (byte)'\r') < 0)
            return json;
        var line = new ArrayBufferWriter<byte>(json.Length);
        foreach (var b in json)
            line.Write([b is (byte)'\n' or (byte)'\r' ? (byte)' ' : b]);
        return line.WrittenSpan.ToArray();
    }
}
