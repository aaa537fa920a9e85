using System.Management.Automation;

namespace IncidentTrail.Cmdlets.Tests;

public sealed class EventReadingTests : IDisposable
{
    private const string Event = """
        {"eventVersion":"1.08","eventTime":"2026-03-09T12:00:00Z","eventSource":"ssm-incidents.amazonaws.com",
         "eventName":"StartIncident","awsRegion":"us-east-1","eventID":"#","userIdentity":{"type":"Root"}}
        """;

    private readonly RecordedCmdlet _cmdlet = new();
    private readonly TrailCoverage _coverage = new();
    private readonly CmdletRun _run;

    public EventReadingTests() => _run = new CmdletRun(_cmdlet, _coverage);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Events_are_taken_before_what_was_said_of_them()
    {
        Reading(new TrailQuery()).Read(Text("{\"Records\":[" + Named("1") + ",7," + Named("2") + "]}"));

        Assert.Equal(["object 1", "object 2"], _cmdlet.Said[..2]);
        Assert.StartsWith("error TrailRecordInvalid", Assert.Single(_cmdlet.Said[2..]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_cannot_be_opened_is_one_error_and_the_next_is_read()
    {
        var reading = Reading(new TrailQuery());

        reading.Read(() => throw new TrailSourceException(new TrailFault(TrailFaultKind.AccessDenied, "trail", "Denied.")));
        reading.Read(() => Text(Named("1")));

        Assert.Equal(["error TrailAccessDenied", "object 1"], _cmdlet.Said);
        Assert.Equal("trail", Assert.Single(_coverage.Faults).Target);
        Assert.Equal("text", reading.Completed);
    }

    [Fact]
    public void Nothing_more_is_read_where_there_are_as_many_events_as_asked_for()
    {
        var reading = Reading(new TrailQuery { MaxEvents = 1 });

        reading.Read(Text(Named("1"), Named("2")));

        Assert.True(reading.IsSatisfied);
        Assert.Equal(["object 1"], _cmdlet.Said);
    }

    [Fact]
    public void Sorted_events_are_given_at_the_end()
    {
        var reading = Reading(new TrailQuery { Oldest = true });
        reading.Read(Text(Named("1")));
        Assert.Empty(_cmdlet.Said);

        reading.Finish();

        Assert.Equal(["object 1"], _cmdlet.Said);
    }

    [Fact]
    public void A_stop_ends_the_reading_as_PowerShell_wants_it()
    {
        var reading = Reading(new TrailQuery());
        _run.Stop();

        Assert.Throws<PipelineStoppedException>(() => reading.Read(Text(Named("1"))));
    }

    private static string Named(string id) => Event.Replace("#", id, StringComparison.Ordinal);

    private static TextSource Text(params string[] texts) => new(texts);

    private EventReading Reading(TrailQuery query) => new(
        _run, new TrailSession(query, _coverage), query, SourceReading.Each(one => _cmdlet.WriteObject(one.EventId!)));
}
