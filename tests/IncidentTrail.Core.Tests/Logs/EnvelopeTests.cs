using System.Text.Json;

namespace IncidentTrail.Tests.Logs;

/// <summary>A record with a member named as an envelope's is a record, and an envelope with a field's name an envelope.</summary>
public sealed class EnvelopeTests
{
    private const string Fields = "\"eventTime\":\"2026-03-10T09:00:00Z\",\"eventSource\":\"ssm-incidents.amazonaws.com\",\"eventName\":\"StartIncident\",\"eventID\":\"1\"";

    [Fact]
    public void Eventbridges_event_with_its_resources_is_unwrapped()
    {
        var answer = LogReading.Read(
            $$"""{"version":"0","id":"x","detail-type":"AWS API Call via CloudTrail","source":"aws.ssm-incidents","account":"1","time":"2026-03-10T09:00:00Z","region":"eu-west-1","resources":[],"detail":{"eventVersion":"1.08",{{Fields}} } }""",
            new TrailQuery());

        Assert.Equal("StartIncident", Assert.Single(answer.Events).EventName);
        Assert.Null(answer.Events[0].OtherFields);
    }

    [Theory]
    [InlineData("\"events\":[]")]
    [InlineData("\"records\":[]")]
    [InlineData("\"Events\":[1]")]
    [InlineData("\"message\":\"text\"")]
    [InlineData("\"@message\":\"text\"")]
    [InlineData("\"CloudTrailEvent\":\"text\"")]
    [InlineData("\"CloudTrailEvent\":\"{}\"")]
    [InlineData("\"logFiles\":[]")]
    [InlineData("\"detail\":{\"a\":1}")]
    [InlineData("\"detail\":{\"a\":1},\"detail-type\":\"x\"")]
    public void A_field_that_nobody_knows_does_not_hide_its_record(string member)
    {
        foreach (var record in new[]
        {
            $$"""{{{member}},"userIdentity":{"type":"Root"},"eventVersion":"1.08",{{Fields}} }""",
            $$"""{"awsRegion":"us-east-1",{{member}},"userIdentity":{"type":"Root"},"eventVersion":"1.08",{{Fields}} }""",
            $$"""{"eventVersion":"1.08","userIdentity":{"type":"Root"},{{Fields}},{{member}} }""",
        })
        {
            foreach (var log in new[] { record, $"{{\"Records\":[{record}]}}", $"[ {record} ]" })
            {
                var answer = LogReading.Read(log, new TrailQuery());

                if (member == "\"Events\":[1]" && log == record && log.StartsWith("{\"Events\"", StringComparison.Ordinal))
                    Assert.NotEmpty(answer.Coverage.Faults);
                else
                    Assert.Equal("1", Assert.Single(answer.Events).EventId);
            }
        }
    }

    [Fact]
    public void A_row_of_logs_insights_with_discovered_fields_is_an_envelope()
    {
        var row = $$"""{"@timestamp":"2026-03-10 09:00:00.000","eventVersion":"1.08","eventName":"StartIncident","@message":{{JsonSerializer.Serialize($$"""{"eventVersion":"1.08",{{Fields}} }""")}}}""";

        Assert.Equal("ssm-incidents.amazonaws.com", Assert.Single(LogReading.Read($"[{row}]").Events).EventSource);
    }

    [Theory]
    [InlineData("\n", 2, 0)]
    [InlineData(" junk ", 2, 1)]
    public void A_message_that_holds_two_records_gives_both(string between, int kept, int invalid)
    {
        var two = Record("1") + between + Record("2");

        var answer = LogReading.Read($$"""{"logEvents":[{"message":{{JsonSerializer.Serialize(two)}} }]}""");

        Assert.Equal(kept, answer.Events.Count);
        Assert.Equal(Record("1"), answer.Events[0].Json);
        Assert.Equal(invalid, answer.Coverage.RecordsInvalid);
    }

    [Fact]
    public void What_stands_behind_a_record_in_a_message_is_said() =>
        Assert.Equal(1, LogReading.Read($$"""{"message":{{JsonSerializer.Serialize(Record("1") + "} }")}} }""").Coverage.RecordsInvalid);

    [Fact]
    public void An_object_with_two_event_ids_is_given_and_said_to_be_two()
    {
        var answer = LogReading.Read(Record("1")[..^1] + "," + Record("2")[1..]);

        Assert.Equal("2", Assert.Single(answer.Events).EventId);
        Assert.Contains("two event ids", Assert.Single(answer.Coverage.Faults).Message);
    }

    private static string Record(string id) => $$"""{"eventVersion":"1.08",{{Fields.Replace("\"1\"", $"\"{id}\"")}} }""";
}
