using System.Text;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Logs;

/// <summary>What a log lost is said, and nothing else of it is lost.</summary>
public sealed class BrokenLogTests
{
    // A bracket inside a string is structure to whoever lost count of the quotes.
    private const string Agent = "[S3Console/0.4, aws-internal/3]";

    [Fact]
    public void A_log_that_begins_in_the_middle_of_a_record_gives_all_the_whole_ones()
    {
        var whole = Log(20);
        for (var cut = 1; cut < Record(0).Length; cut += 7)
        {
            var answer = LogReading.Read(whole[("{\"Records\":[".Length + cut)..]);

            Assert.Equal(Ids(1, 19), answer.Events.Select(e => e.EventId));
            Assert.InRange(answer.Coverage.RecordsInvalid, 1, 2);
        }
    }

    [Fact]
    public void A_quote_too_many_costs_the_record_it_stands_in()
    {
        for (var at = 1; at < Record(0).Length; at += 3)
        {
            var whole = Log(12);
            var place = whole.IndexOf(Record(5), StringComparison.Ordinal) + at;

            var answer = LogReading.Read(whole.Insert(place, "\""));

            Assert.Equal(Ids(0, 5).Concat(Ids(6, 6)), answer.Events.Select(e => e.EventId).Where(id => id != "5"));
            Assert.True(answer.Coverage.Faults.Count > 0);
        }
    }

    [Fact]
    public void A_record_without_its_opening_brace_leaves_the_one_before_it()
    {
        var answer = LogReading.Read(Log(3).Replace("," + Record(1), "," + Record(1)[1..]));

        Assert.Equal(["0", "2"], answer.Events.Select(e => e.EventId));
        Assert.Equal(1, answer.Coverage.RecordsInvalid);
    }

    [Theory]
    [InlineData("\"a\\q\"")]
    [InlineData("\"\\u00g0\"")]
    [InlineData("007")]
    [InlineData("-012")]
    public void A_value_that_is_no_json_makes_its_record_invalid(string value)
    {
        var answer = LogReading.Read(Log(3).Replace(Record(1), Record(1).Replace("\"params\"", value)));

        Assert.Equal(["0", "2"], answer.Events.Select(e => e.EventId));
        Assert.Equal(1, answer.Coverage.RecordsInvalid);
    }

    [Fact]
    public void Of_a_plain_log_every_record_is_read_since_nothing_else_proves_it_whole()
    {
        var damaged = Log(3).Replace(Record(1), Record(1).Replace("ssm-incidents.amazonaws.com", "ssm-\0\0\0\0\0\0\0\0s.amazonaws.com"));

        var answer = LogReading.Read(damaged, new TrailQuery());

        Assert.Equal((2, 1), (answer.Coverage.RecordsKept, answer.Coverage.RecordsInvalid));
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void In_data_whose_checksum_is_right_a_broken_record_of_another_service_is_dropped_unless_all_services_are_asked_for()
    {
        var stored = GzipBytes.Of(Log(3).Replace(Record(1), Record(1).Replace("ssm-incidents", "s3").Replace("\"params\"", "007")));

        var (asked, all) = (LogReading.Read(stored, new TrailQuery()).Coverage, LogReading.Read(stored, new TrailQuery { AllServices = true }).Coverage);

        Assert.Equal((3, 2, 1, 0, true), (asked.RecordsRead, asked.RecordsKept, asked.RecordsDropped, asked.RecordsInvalid, asked.IsComplete));
        Assert.Equal((2, 2, 0, 1, false), (all.RecordsRead, all.RecordsKept, all.RecordsDropped, all.RecordsInvalid, all.IsComplete));
    }

    [Theory]
    [InlineData("[{\"a\":", 400_000)]
    [InlineData("[{\"eventVersion\":", 200_000)]
    [InlineData("[{\"eventVersion\":\"1\",\"a\":[", 100_000)]
    [InlineData(",{\"eventName\":\"", 200_000)]
    [InlineData("[", 2_000_000)]
    public async Task A_log_of_nothing_but_beginnings_costs_no_more_than_its_length(string beginning, int times)
    {
        // What grew with the square took minutes of a fourth of this, so a quarter of an hour and more.
        var reading = Task.Run(() => LogReading.Read(string.Concat(Enumerable.Repeat(beginning, 4 * times))));

        var answer = await reading.WaitAsync(TimeSpan.FromMinutes(5));

        Assert.True(answer.Coverage.Faults.Count > 0);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(3_000)]
    public void However_many_records_are_broken_the_whole_ones_behind_them_are_given(int broken)
    {
        var bad = string.Join(",", Enumerable.Range(0, broken).Select(i => Record(i)[..^1]));

        var answer = LogReading.Read($$"""{"Records":[{{bad}},{{string.Join(",", Enumerable.Range(broken, 1_000).Select(Record))}}]}""");

        Assert.Equal(Ids(broken, 1_000), answer.Events.Select(e => e.EventId));
        Assert.True(answer.Coverage.RecordsInvalid > 0);
    }

    [Fact]
    public void Of_very_many_broken_pieces_the_first_are_named_and_the_others_counted()
    {
        var answer = LogReading.Read(Record(0) + "\n" + string.Concat(Enumerable.Repeat("{\"level\":}\n", 50_000)));

        Assert.Equal(50_000, answer.Coverage.RecordsInvalid);
        Assert.Equal(11, answer.Coverage.Faults.Count);
        Assert.Contains("49990 more pieces up to record 1 are no records", answer.Coverage.Faults[^1].Message);
    }

    [Fact]
    public void Of_broken_pieces_before_any_record_the_first_is_named_and_the_others_counted()
    {
        var answer = LogReading.Read(string.Concat(Enumerable.Repeat("{\"level\":}\n", 50_000)));

        Assert.Equal(50_000, answer.Coverage.RecordsInvalid);
        Assert.Equal(2, answer.Coverage.Faults.Count);
        Assert.Contains("a piece before any record", answer.Coverage.Faults[0].Message);
        Assert.Contains("49999 more pieces are no records and were passed over", answer.Coverage.Faults[1].Message);
    }

    [Fact]
    public void However_many_whole_objects_are_no_records_that_is_one_mistake()
    {
        var answer = LogReading.Read(string.Concat(Enumerable.Repeat("{\"level\":\"info\"}\n", 50_000)));

        Assert.Equal(50_000, answer.Coverage.RecordsInvalid);
        Assert.Contains("(50000)", Assert.Single(answer.Coverage.Faults).Message);
    }

    [Fact]
    public void A_damaged_event_of_filter_log_events_costs_that_event()
    {
        static string Event(int i) => $$"""{ "logStreamName": "s", "timestamp": 1, "message": {{System.Text.Json.JsonSerializer.Serialize(Record(i))}}, "ingestionTime": 2, "eventId": "e{{i}}" }""";
        var events = string.Join(",\n", Enumerable.Range(0, 12).Select(i => i == 2 ? Event(i).Replace("\"timestamp\"", "timestamp\"") : Event(i)));

        var answer = LogReading.Read($$"""{ "events": [ {{events}} ], "searchedLogStreams": [] }""");

        Assert.Equal(Ids(0, 2).Concat(Ids(3, 9)), answer.Events.Select(e => e.EventId));
    }

    [Fact]
    public void What_was_read_before_the_source_failed_is_given()
    {
        var whole = GzipBytes.Of(Log(2_000));

        var answer = LogReading.ReadSource(new FailingSource(whole[..(whole.Length / 2)]));

        Assert.True(answer.Events.Count > 100, $"{answer.Events.Count}");
        Assert.Equal(TrailFaultKind.ReadFailed, Assert.Single(answer.Coverage.Faults).Kind);
        Assert.Equal((0, 1), (answer.Coverage.LogsRead, answer.Coverage.LogsFailed));
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void A_broken_piece_that_fills_many_windows_is_one()
    {
        var answer = LogReading.Read(Log(2)[..^2] + ",{\"eventVersion\":\"" + new string(' ', 60_000_000));

        Assert.Equal(2, answer.Coverage.RecordsKept);
        Assert.Equal(1, answer.Coverage.RecordsInvalid);
    }

    [Fact]
    public void A_line_of_garbage_between_envelopes_costs_that_line()
    {
        static string Envelope(int i) => $$"""{"id":"{{i}}","timestamp":1,"message":{{System.Text.Json.JsonSerializer.Serialize(Record(i))}}}""";

        var answer = LogReading.Read($"{Envelope(0)}\nnot a line of JSON\n{Envelope(1)}\n{Envelope(2)}");

        Assert.Equal(["0", "1", "2"], answer.Events.Select(e => e.EventId));
        Assert.Equal(1, answer.Coverage.RecordsInvalid);
    }

    [Fact]
    public void Given_text_is_not_compared_with_a_bucket() =>
        Assert.DoesNotContain("bucket", Assert.Single(LogReading.Read("{\"a\":}").Coverage.Faults).Remedy);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void What_windows_powershell_redirects_into_a_file_is_read(string encoding)
    {
        var text = Encoding.GetEncoding(encoding);

        var answer = LogReading.Read([.. text.GetPreamble(), .. text.GetBytes(Log(3))]);

        Assert.Equal(3, answer.Events.Count);
        Assert.True(answer.Coverage.IsComplete);
    }

    private static IEnumerable<string> Ids(int from, int count) => Enumerable.Range(from, count).Select(i => $"{i}");

    private static string Log(int count) => $$"""{"Records":[{{string.Join(",", Enumerable.Range(0, count).Select(Record))}}]}""";

    private static string Record(int id) =>
        $$"""{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","userName":"a"},"eventTime":"2026-03-10T09:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","userAgent":"{{Agent}}","requestParameters":{"x":["params"]},"eventID":"{{id}}"}""";
}
