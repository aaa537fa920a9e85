using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.History;

public sealed class HistorySessionTests
{
    private static readonly HistoryRecord[] Records =
    [
        .. Enumerable.Range(0, 120).Select(i => new HistoryRecord(
            $"00000000-0000-4000-8000-{i:D12}", HistoryQuestion.Now.AddMinutes(-i), i % 4 == 0 ? "GetIncidentRecord" : "StartIncident",
            "ssm-incidents.amazonaws.com")),
    ];

    [Fact]
    public async Task Events_are_the_same_as_from_a_log_file_and_every_record_is_accounted_for()
    {
        using var server = new HistoryServer(Records);
        var question = new HistoryQuestion(server);
        var session = new TrailSession(new TrailQuery { ChangesOnly = true }, question.Coverage);

        var events = await ReadAsync(session, question.Source());

        Assert.Equal(90, events.Count);
        Assert.Equal(Records[1].ToJson(), events[0].Json);
        Assert.Equal(Records[1].Time.UtcDateTime, events[0].EventTimeUtc);
        Assert.Equal("Event history 111122223333 us-east-1", events[0].Log.Location);
        var coverage = question.Coverage;
        Assert.Equal((120, 90, 30, 0, 0), (coverage.RecordsRead, coverage.RecordsKept, coverage.RecordsDropped, coverage.RecordsDuplicate, coverage.RecordsInvalid));
        Assert.Equal(0, coverage.LogsListed);
        Assert.Equal(90, Assert.Single(question.Reaches).EventCount);
    }

    [Fact]
    public async Task What_a_log_and_Event_history_both_hold_is_delivered_once_and_counted_by_source()
    {
        using var server = new HistoryServer(Records);
        var question = new HistoryQuestion(server);
        var session = new TrailSession(new TrailQuery(), question.Coverage);

        var events = await ReadAsync(session, new TextSource([string.Join('\n', Records.Skip(40).Select(r => r.ToJson()))]));
        events.AddRange(await ReadAsync(session, question.Source()));
        session.Finish();

        Assert.Equal(Records.Select(r => r.EventId).Order(), events.Select(e => e.EventId).Order());
        Assert.Equal(80, question.Coverage.RecordsDuplicate);
        Assert.Equal(0, question.Coverage.RecordsConflicting);
        Assert.Equal([("text", 80), ("Event history", 40)], question.Coverage.Sources.Select(s => (s.Name, s.EventCount)));
        Assert.True(question.Coverage.IsComplete);
    }

    [Fact]
    public async Task An_answer_without_what_is_older_is_not_complete()
    {
        using var server = new HistoryServer(Records);
        var question = new HistoryQuestion(server);
        var session = new TrailSession(new TrailQuery { StartTimeUtc = HistoryQuestion.Now.UtcDateTime.AddDays(-200) }, question.Coverage);

        Assert.Equal(120, (await ReadAsync(session, question.Source())).Count);
        session.Finish();

        Assert.False(question.Coverage.IsComplete);
    }

    [Fact]
    public async Task Asked_again_it_goes_on_from_where_it_was_and_says_nothing_twice()
    {
        using var server = new HistoryServer(Records);
        var question = new HistoryQuestion(server);
        var session = new TrailSession(new TrailQuery(), question.Coverage);
        var source = question.Source();

        Assert.Equal(120, (await ReadAsync(session, source)).Count);
        var notes = question.Coverage.Sources.Single().Notes.Count;
        Assert.Empty(await ReadAsync(session, source));

        Assert.Equal(notes, question.Coverage.Sources.Single().Notes.Count);
        Assert.Equal(HistoryQuestion.Now.AddHours(-2).ToUnixTimeSeconds(), server.Requests[^1].Json.GetProperty("StartTime").GetInt64());
        Assert.Equal(120, question.Coverage.RecordsDuplicate);
    }

    [Fact]
    public async Task At_most_the_number_asked_for_and_those_the_newest()
    {
        using var server = new HistoryServer(Records);
        var question = new HistoryQuestion(server);

        var events = await ReadAsync(new TrailSession(new TrailQuery { MaxEvents = 3 }, question.Coverage), question.Source());

        Assert.Equal(Records.Take(3).Select(r => r.EventId), events.Select(e => e.EventId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_events_of_one_second_that_share_an_id_are_both_delivered_and_a_copy_is_counted(bool startsAgain)
    {
        var one = Records[1] with { Time = HistoryQuestion.Now };
        HistoryRecord[] records = [one, one with { EventName = "UpdateIncidentRecord" }, one, one with { EventId = "other" }];
        var refused = 0;
        using var server = new HistoryServer(records)
        {
            PageSize = 3,
            Fault = r => startsAgain && r.Json.TryGetProperty("NextToken", out _) && refused++ == 0 ? LoopbackAnswer.Error(400, "InvalidNextTokenException", "gone") : null,
        };
        var question = new HistoryQuestion(server);

        var query = new TrailQuery { EventSource = ["ssm-incidents"] };
        var events = await ReadAsync(new TrailSession(query, question.Coverage), question.Source());

        Assert.Equal(["StartIncident", "UpdateIncidentRecord", "StartIncident"], events.Select(e => e.EventName));
        Assert.Equal((4, 3, 1), (question.Coverage.RecordsRead, question.Coverage.RecordsKept, question.Coverage.RecordsDuplicate));
        Assert.Equal(startsAgain ? 4 : 2, server.Requests.Count);
    }

    private static async Task<List<TrailEvent>> ReadAsync(TrailSession session, ITrailSource source)
    {
        var events = new List<TrailEvent>();
        await foreach (var batch in session.ReadAsync(source, CancellationToken.None))
            events.AddRange(batch.Events);
        return events;
    }
}
