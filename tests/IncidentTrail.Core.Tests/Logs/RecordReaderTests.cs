using System.Text;
using System.Text.Json;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Logs;

public sealed class RecordReaderTests
{
    private const string One = """{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","awsRegion":"us-east-1","eventID":"1","requestParameters":{"a":"}]"}}""";
    private const string Two = """{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:01Z","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","awsRegion":"us-east-1","eventID":"2"}""";
    private const string Three = """{"eventID":"3","eventName":"AcceptPage","eventSource":"ssm-contacts.amazonaws.com","eventVersion":"1.08","eventTime":"2026-03-10T09:00:02Z"}""";

    private static readonly string Text = JsonSerializer.Serialize(One);

    public static TheoryData<string, string> Forms => new()
    {
        { "a log file", $$"""{"Records":[{{One}},{{Two}},{{Three}}]}""" },
        { "a log file with spaces and a byte order mark", $"\uFEFF {{ \"Records\" : [ {One} , {Two},\n{Three} ] }} \n" },
        { "a list behind other members", $$"""{"note":"x","n":[1,{"y":2}],"Records":[{{One}},{{Two}},{{Three}}]}""" },
        { "members behind the list", $$"""{"Records":[{{One}},{{Two}},{{Three}}],"note":{"x":[]},"n":1}""" },
        { "two files joined", $$"""{"Records":[{{One}},{{Two}}]}{"Records":[{{Three}}]}""" },
        { "a bare array", $"[{One},{Two},{Three}]" },
        { "JSON lines", $"{One}\n{Two}\r\n{Three}\n" },
        { "records without anything between", One + Two + Three },
        { "log files as lines", $$"""{"Records":[{{One}}]}""" + "\n" + $$"""{"Records":[{{Two}},{{Three}}]}""" },
        { "the answer of LookupEvents", $$"""{"Events":[{"EventId":"1","CloudTrailEvent":{{Text}}},{"CloudTrailEvent":{{JsonSerializer.Serialize(Two)}}},{"CloudTrailEvent":{{JsonSerializer.Serialize(Three)}}}],"NextToken":null}""" },
        { "Find-CTEvent's objects", $$"""[{"EventId":"1","EventName":"StartIncident","CloudTrailEvent":{{Text}},"Resources":[]},{"CloudTrailEvent":{{JsonSerializer.Serialize(Two)}}},{"CloudTrailEvent":{{JsonSerializer.Serialize(Three)}}}]""" },
        { "EventBridge's events", $$"""{"version":"0","detail-type":"AWS API Call via CloudTrail","source":"aws.ssm","detail":{{One}}}""" + "\n" + $$"""{"detail":{{Two}},"detail-type":"AWS API Call via CloudTrail"}""" + "\n" + Three },
        { "CloudWatch Logs", $$"""{"events":[{"timestamp":1,"message":{{Text}}},{"message":{{JsonSerializer.Serialize(Two)}}},{"message":{{JsonSerializer.Serialize(Three)}}}],"searchedLogStreams":[]}""" },
        { "a subscription's message", $$"""{"messageType":"DATA_MESSAGE","logEvents":[{"id":"1","message":{{Text}}},{"message":{{JsonSerializer.Serialize(Two)}}},{"message":{{JsonSerializer.Serialize(Three)}}}]}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_gives_the_same_three_events(string form, string text)
    {
        var answer = LogReading.Read(text);

        Assert.True(answer.Notices.Count == 0, $"{form}: {string.Join("; ", answer.Notices)}");
        Assert.Equal(["1", "2", "3"], answer.Events.Select(e => e.EventId));
        Assert.Equal(3, answer.Coverage.RecordsRead);
        Assert.True(answer.Coverage.IsComplete);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_compressed_gives_incident_managers_events_and_counts_the_other(string form, string text)
    {
        var answer = LogReading.Read(GzipBytes.Of(text), new TrailQuery());

        Assert.True(answer.Notices.Count == 0, form);
        Assert.Equal(["1", "3"], answer.Events.Select(e => e.EventId));
        Assert.Equal((3, 1), (answer.Coverage.RecordsRead, answer.Coverage.RecordsDropped));
    }

    [Fact]
    public void A_record_is_given_exactly_as_it_was_delivered()
    {
        Assert.Equal(One, LogReading.Read($$"""{"Records":[ {{One}} ]}""").Events.Single().Json);
        Assert.Equal(One, LogReading.Read($$"""{"CloudTrailEvent":{{Text}}}""").Events.Single().Json);
    }

    [Theory]
    [InlineData("a missing quote", """{"eventVersion":"1.08,"eventID":"x"}""")]
    [InlineData("a missing brace", """{"eventVersion":"1.08","userIdentity":{"a":1,"eventID":"x"}""")]
    [InlineData("two missing braces", """{"eventVersion":"1.08","userIdentity":{"a":{"b":1,"eventID":"x"}""")]
    [InlineData("a brace too many", """{"eventVersion":"1.08","userIdentity":{"a":1}},"eventID":"x"}""")]
    [InlineData("a bracket for a brace", """{"eventVersion":"1.08","eventID":"x"]""")]
    [InlineData("a control character", "{\"eventVersion\":\"1.0\n8\",\"eventID\":\"x\"}")]
    [InlineData("no value", """{"eventVersion":,"eventID":"x"}""")]
    [InlineData("a number", "42")]
    [InlineData("a word", "oops")]
    [InlineData("a string", "\"{\"")]
    [InlineData("an array", "[1,2]")]
    public void A_broken_record_costs_itself_and_not_the_others(string fault, string broken)
    {
        var answer = LogReading.Read($$"""{"Records":[{{One}},{{broken}},{{Two}},{{Three}}]}""");

        Assert.True(answer.Events.Select(e => e.EventId).SequenceEqual(["1", "2", "3"]), fault + ": " + string.Join(",", answer.Events.Select(e => e.EventId)));
        Assert.Equal(1, answer.Coverage.RecordsInvalid);
        Assert.Equal(TrailFaultKind.RecordInvalid, answer.Coverage.Faults[0].Kind);
        Assert.Contains("log", answer.Coverage.Faults[0].Message);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void A_file_that_ends_in_a_record_gives_the_whole_ones_and_says_so()
    {
        var whole = $$"""{"Records":[{{One}},{{Two}},{{Three}}]}""";

        var answer = LogReading.Read(whole[..^20]);

        Assert.Equal(["1", "2"], answer.Events.Select(e => e.EventId));
        Assert.Contains("ends in the middle of a record", answer.Coverage.Faults.Single().Message);
        Assert.Equal((0, 1), (answer.Coverage.LogsRead, answer.Coverage.LogsFailed));
    }

    [Fact]
    public void A_file_that_lacks_its_closing_brackets_says_so()
    {
        var answer = LogReading.Read($$"""{"Records":[{{One}},{{Two}}""");

        Assert.Equal(2, answer.Events.Count);
        Assert.Contains("closing bracket", answer.Coverage.Faults.Single().Message);
    }

    [Fact]
    public void A_truncated_gzip_file_gives_its_whole_records_and_one_fault()
    {
        var records = string.Join(",", Enumerable.Range(0, 5000).Select(i => One.Replace("\"eventID\":\"1\"", $"\"eventID\":\"{i}-{i * 7919}\"")));
        var stored = GzipBytes.Of($$"""{"Records":[{{records}}]}""");

        var answer = LogReading.Read(stored[..^2000]);

        Assert.InRange(answer.Events.Count, 100, 4999);
        Assert.Contains("ends at byte", answer.Coverage.Faults.Single().Message);
        Assert.Equal(0, answer.Coverage.RecordsInvalid);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void An_empty_file_holds_nothing_and_is_no_fault()
    {
        Assert.Empty(LogReading.Read("").Coverage.Faults);
        Assert.Empty(LogReading.Read("{\"Records\":[]}").Coverage.Faults);
        Assert.Empty(LogReading.Read("[]").Coverage.Faults);
    }

    [Fact]
    public void Text_that_is_no_json_is_one_fault()
    {
        var answer = LogReading.Read("hello, world\nthis is no log\n");

        var fault = Assert.Single(answer.Coverage.Faults);
        Assert.Equal(TrailFaultKind.RecordInvalid, fault.Kind);
        Assert.Contains("a piece before any record is not a whole JSON object", fault.Message);
        Assert.Empty(answer.Events);
    }

    [Fact]
    public void A_digest_among_logs_is_skipped()
    {
        var answer = LogReading.Read("""{"awsAccountId":"111122223333","digestStartTime":"2026-03-10T08:00:00Z","digestS3Bucket":"b","logFiles":[{"s3Object":"k"}]}""");

        Assert.Empty(answer.Coverage.Faults);
        Assert.Equal((0, 0, 1), (answer.Coverage.RecordsRead, answer.Coverage.LogsRead, answer.Coverage.LogsSkipped));
    }

    [Fact]
    public void A_name_hidden_by_escapes_is_still_found()
    {
        var hidden = One.Replace("ssm-incidents", "s\\u0073m-incident\\u0073");

        Assert.Equal("StartIncident", LogReading.Read(GzipBytes.Of($$"""{"Records":[{{Two}},{{hidden}}]}"""), new TrailQuery()).Events.Single().EventName);
    }

    // A checksum speaks for what is compressed: there records are rejected unread.
    [Theory]
    [InlineData("\\u0053tartIncident")]
    [InlineData("Start\\u0049ncident")]
    public void A_name_is_found_in_text_whose_backslashes_are_escapes_themselves(string name)
    {
        var record = One.Replace("StartIncident", name).Replace("\\", "\\u005c").Replace("\"", "\\\"");

        var answer = LogReading.Read(GzipBytes.Of($$"""{"Events":[{"CloudTrailEvent":"{{record}}"}]}"""), new TrailQuery { EventName = ["StartIncident"], AllServices = true });

        Assert.Equal("StartIncident", answer.Events.Single().EventName);
    }

    [Theory]
    [InlineData("k\\\\x69m")]
    [InlineData("k\\\\U00000069m")]
    public void A_caller_is_found_in_the_escapes_of_Python(string name)
    {
        var record = One.Replace("\"eventID\"", $"\"userIdentity\":\"{{'type': 'IAMUser', 'userName': '{name}'}}\",\"eventID\"");

        Assert.Equal("kim", LogReading.Read(GzipBytes.Of(record), new TrailQuery { Caller = ["kim"], AllServices = true }).Events.Single().CallerName);
    }

    [Fact]
    public void A_caller_is_found_whose_number_is_written_otherwise()
    {
        var record = One.Replace("\"eventID\"", "\"userIdentity\":{\"type\":\"IAMUser\",\"userName\":2e3,\"accessKeyId\":1e3},\"eventID\"");

        Assert.Equal("2000", LogReading.Read(GzipBytes.Of(record), new TrailQuery { Caller = ["2000"], AllServices = true }).Events.Single().CallerName);
        Assert.Single(LogReading.Read(GzipBytes.Of(record), new TrailQuery { AccessKeyId = ["1000"], AllServices = true }).Events);
    }

    [Fact]
    public void A_large_file_is_read_in_windows_and_every_record_counted()
    {
        var records = string.Join(",", Enumerable.Range(0, 20_000).Select(i => (i % 100 == 0 ? One : Two).Replace("\"eventID\":\"", $"\"eventID\":\"{i}-")));

        var answer = LogReading.Read($$"""{"Records":[{{records}}]}""", new TrailQuery());

        Assert.Equal(200, answer.Events.Count);
        Assert.Equal(20_000, answer.Coverage.RecordsRead);
    }

    [Fact]
    public void A_record_larger_than_a_window_is_one_record()
    {
        var large = One.Replace("}]", new string('x', 3_000_000) + "}]");

        var answer = LogReading.Read($$"""{"Records":[{{Two}},{{large}},{{Three}}]}""");

        Assert.Equal(["2", "1", "3"], answer.Events.Select(e => e.EventId));
        Assert.Equal(large, answer.Events[1].Json);
    }

    [Fact]
    public void The_exact_spelling_of_a_field_wins_and_the_last_of_two_counts()
    {
        var found = LogReading.Read("""{"eventname":"no","eventName":"first","EVENTNAME":"no","eventName":"last","eventSource":"x"}""").Events.Single();

        Assert.Equal("last", found.EventName);
        Assert.Equal("no", found.OtherFields!["eventname"]);
    }

    [Fact]
    public void Fields_nobody_has_documented_are_kept()
    {
        var found = LogReading.Read("""{"eventName":"x","somethingNew":{"a":1}}""").Events.Single();

        Assert.Equal(1L, Assert.IsType<TrailObject>(found.OtherFields!["somethingNew"])["a"]);
    }

    [Fact]
    public void Random_damage_never_throws_and_never_loses_the_account()
    {
        var random = new Random(20260310);
        var whole = Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(",", Enumerable.Repeat($"{One},{Two},{Three}", 20))}}]}""");
        for (var run = 0; run < 500; run++)
        {
            var damaged = (byte[])whole.Clone();
            for (var i = 0; i < 1 + run % 5; i++)
                damaged[random.Next(damaged.Length)] = (byte)"{}[]\",:\\ x\n"[random.Next(11)];

            var answer = LogReading.Read(damaged);

            Assert.True(answer.Coverage.RecordsRead > 0 || answer.Coverage.Faults.Count > 0);
        }
    }
}
