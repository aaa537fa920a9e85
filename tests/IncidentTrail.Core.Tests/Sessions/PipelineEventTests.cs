using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sessions;

/// <summary>Events that the pipeline brings are filtered and accounted for as those of a log are.</summary>
public sealed class PipelineEventTests
{
    [Fact]
    public void A_filter_holds_for_events_of_the_pipeline()
    {
        var (events, coverage) = Accept(new TrailQuery { EventName = ["Accept*"] }, Record("1", "AcceptPage"), Record("2", "StartIncident"));

        Assert.Equal(["1"], events.Select(e => e.EventId));
        Assert.Equal((2, 1, 1), (coverage.RecordsRead, coverage.RecordsKept, coverage.RecordsDropped));
    }

    [Fact]
    public void Services_and_categories_that_nobody_named_are_not_filtered_again()
    {
        var other = Record("1", "StopLogging").Replace("ssm-incidents", "cloudtrail").Replace("\"eventID\"", "\"eventCategory\":\"Insight\",\"eventID\"");

        Assert.Single(Accept(new TrailQuery(), other).Events);
        Assert.Empty(Accept(new TrailQuery { EventSource = ["ssm-incidents"] }, other).Events);
        Assert.Empty(Accept(new TrailQuery { EventCategory = ["Management"] }, other).Events);
    }

    [Fact]
    public void A_window_counts_what_has_no_time()
    {
        var query = new TrailQuery { StartTimeUtc = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc) };

        var (events, coverage) = Accept(query, Record("1", "A"), Record("2", "B").Replace("2026-03-10", "2026-03-09"), Record("3", "C").Replace("2026-03-10T09:00:00Z", "soon"));

        Assert.Equal(["1"], events.Select(e => e.EventId));
        Assert.Equal((2, 1), (coverage.RecordsDropped, coverage.RecordsWithoutTime));
    }

    [Fact]
    public void An_event_that_comes_twice_counts_once()
    {
        var (events, coverage) = Accept(new TrailQuery(), Record("1", "A"), Record("1", "A"));

        Assert.Single(events);
        Assert.Equal((2, 1, 1), (coverage.RecordsRead, coverage.RecordsKept, coverage.RecordsDuplicate));
    }

    [Fact]
    public void The_coverage_names_the_pipeline_and_is_not_complete()
    {
        var (_, coverage) = Accept(new TrailQuery(), Record("1", "A"), Record("2", "A"));

        var source = Assert.Single(coverage.Sources);
        Assert.Equal(("pipeline", 2), (source.Name, source.EventCount));
        Assert.Single(source.Notes);
        Assert.False(coverage.IsComplete);
    }

    private static (List<TrailEvent> Events, TrailCoverage Coverage) Accept(TrailQuery query, params string[] records)
    {
        var session = new TrailSession(query, new TrailCoverage());
        var events = new List<TrailEvent>();
        foreach (var record in records)
            events.AddRange(session.Accept(Assert.Single(LogReading.Read(record).Events)).Events);
        events.AddRange(session.Finish());
        Assert.Equal(
            session.Coverage.RecordsRead,
            session.Coverage.RecordsKept + session.Coverage.RecordsDropped + session.Coverage.RecordsDuplicate);
        return (events, session.Coverage);
    }

    private static string Record(string id, string name) =>
        $$"""{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"{{name}}","recipientAccountId":"111122223333","eventID":"{{id}}"}""";
}
