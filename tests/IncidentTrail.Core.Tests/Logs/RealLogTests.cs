using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace IncidentTrail.Tests.Logs;

/// <summary>Public log files, where they are beside the repository: every field against an independent JSON reader.</summary>
public sealed class RealLogTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_record_is_accounted_for_and_every_field_is_what_another_reader_says()
    {
        if (Repository.Shared("data/logs") is not { } folder)
        {
            output.WriteLine("There are no public logs beside the repository: nothing to compare.");
            return;
        }
        var paths = Directory.GetFiles(folder, "*.gz", SearchOption.AllDirectories);
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            var answer = LogReading.Read(File.ReadAllBytes(path));
            var seen = new Queue<TrailEvent>(answer.Events);
            Assert.True(answer.Coverage.Faults.Count == 0, $"{path}: {string.Join("; ", answer.Coverage.Faults)}");
            var records = Records(path).ToList();
            Assert.True(records.Count == answer.Coverage.RecordsRead, path);
            // A record that repeats one before it is delivered once; every other one in its place.
            Assert.True(records.Count(record => !TryCompare(record, seen)) == answer.Coverage.RecordsDuplicate, path);
            Assert.True(seen.Count == 0, path);
        }
    }

    private static bool TryCompare(JsonElement record, Queue<TrailEvent> seen)
    {
        if (seen.Count == 0 || !JsonNode.DeepEquals(JsonNode.Parse(record.GetRawText()), JsonNode.Parse(seen.Peek().Json)))
            return false;
        var found = seen.Dequeue();
        Assert.Equal(Text(record, "eventName"), found.EventName);
        Assert.Equal(Text(record, "eventSource"), found.EventSource);
        Assert.Equal(Text(record, "awsRegion"), found.AwsRegion);
        Assert.Equal(Text(record, "sourceIPAddress"), found.SourceIPAddress);
        Assert.Equal(Text(record, "userAgent"), found.UserAgent);
        Assert.Equal(Text(record, "errorCode"), found.ErrorCode);
        Assert.Equal(Text(record, "errorMessage"), found.ErrorMessage);
        Assert.Equal(Text(record, "requestID"), found.RequestId);
        Assert.Equal(Text(record, "recipientAccountId"), found.RecipientAccountId);
        Assert.Equal(Text(record, "eventType"), found.EventType);
        Assert.Equal(Text(record, "eventVersion"), found.EventVersion);
        if (Text(record, "eventTime") is { } time && DateTimeOffset.TryParse(time, out var expected))
            Assert.Equal(expected.UtcDateTime, found.EventTimeUtc);
        AssertSame(record, "requestParameters", found.RequestParameters);
        AssertSame(record, "responseElements", found.ResponseElements);
        AssertSame(record, "userIdentity", found.UserIdentity);
        AssertSame(record, "additionalEventData", found.AdditionalEventData);
        AssertSame(record, "resources", found.Resources);
        AssertSame(record, "tlsDetails", found.TlsDetails);
        Assert.NotNull(found.CallerName);
        Assert.NotNull(found.ToString());
        return true;
    }

    private static void AssertSame(JsonElement record, string name, object? actual)
    {
        if (record.TryGetProperty(name, out var expected))
            AssertSame(expected, actual);
        else
            Assert.Null(actual);
    }

    private static void AssertSame(JsonElement expected, object? actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                // Of a key given twice the last value counts.
                foreach (var member in expected.EnumerateObject().GroupBy(m => m.Name).Select(g => g.Last()))
                    AssertSame(member.Value, Assert.IsType<TrailObject>(actual)[member.Name]);
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), Assert.IsType<object[]>(actual).Length);
                foreach (var (item, value) in expected.EnumerateArray().Zip((object?[])actual!))
                    AssertSame(item, value);
                break;
            case JsonValueKind.Number:
                Assert.Equal(expected.GetDouble(), Convert.ToDouble(actual, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.Null:
                Assert.Null(actual);
                break;
            default:
                Assert.Equal(expected.ValueKind == JsonValueKind.String ? expected.GetString() : (object)expected.GetBoolean(), actual);
                break;
        }
    }

    private static string? Text(JsonElement record, string name) =>
        !record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null : value.ToString();

    private static IEnumerable<JsonElement> Records(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        var content = text.ReadToEnd();
        var documents = content.TrimStart()[0] == '{' && content.Contains("}\n{")
            ? content.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [content];
        return documents.SelectMany(d => Unwrap(JsonDocument.Parse(d).RootElement));
    }

    private static IEnumerable<JsonElement> Unwrap(JsonElement value) => value switch
    {
        { ValueKind: JsonValueKind.Array } => value.EnumerateArray().SelectMany(Unwrap),
        { ValueKind: JsonValueKind.Object } when value.TryGetProperty("Records", out var list) => Unwrap(list),
        { ValueKind: JsonValueKind.Object } when value.TryGetProperty("detail", out var detail) && value.TryGetProperty("detail-type", out _) => [detail],
        { ValueKind: JsonValueKind.Object } when value.TryGetProperty("logEvents", out var events) => Unwrap(events),
        { ValueKind: JsonValueKind.Object } when value.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String => Unwrap(JsonDocument.Parse(message.GetString()!).RootElement),
        _ => [value],
    };
}
