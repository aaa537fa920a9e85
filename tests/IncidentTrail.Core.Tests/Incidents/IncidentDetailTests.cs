using System.Runtime.CompilerServices;

namespace IncidentTrail.Tests.Incidents;

/// <summary>What an incident tells in length is written when somebody looks at it.</summary>
public sealed class IncidentDetailTests
{
    [Fact]
    public void What_was_looked_at_is_the_same_when_it_is_looked_at_again()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Note("10:01:00", "n1", "seen"), MadeCalls.Resolve("10:02:00"));

        Assert.Same(incident.Timeline, incident.Timeline);
        Assert.Same(incident.StatusChanges[1], incident.Timeline[2]);
        Assert.Same(incident.Notes, incident.Notes);
        Assert.Same(incident.Callers, incident.Callers);
        Assert.Same(incident.Summaries, incident.Summaries);
        Assert.All(incident.Timeline, step => Assert.Same(incident, step.Owner));
    }

    [Fact]
    public void A_span_lies_between_the_events_of_two_steps()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:01:00", "ann"), MadeCalls.Resolve("10:02:00"));

        Assert.Same(incident.Timeline[0].Event, incident.TimeToEngage.From);
        Assert.Same(incident.Timeline[1].Event, incident.TimeToEngage.To);
        Assert.Same(incident.Timeline[2].Event, incident.TimeToResolve.To);
        Assert.Same(incident.TimeToResolve.To, incident.TimeToFirstResolve.To);
        Assert.Same(incident.Timeline[0].Event, incident.TimeToAcknowledge.From);
        Assert.Null(incident.TimeToAcknowledge.To);
    }

    [Fact]
    public void What_is_counted_is_what_the_lists_hold()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Note("10:01:00", "n1", "seen").Failing(), MadeCalls.Resolve("10:02:00").Failing(),
            MadeCalls.Call("10:03:00", "GetIncidentRecord", new { arn = MadeCalls.Incident }).Failing());

        Assert.Equal(3, incident.FailureCount);
        Assert.Equal(incident.FailureCount, incident.FailedAttempts.Count);
    }

    [Fact]
    public void An_incident_that_is_kept_keeps_no_event_of_another()
    {
        var (kept, other) = OneKept();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(other.IsAlive);
        Assert.Equal(["alice started the incident", "alice resolved the incident"], kept.Timeline.Select(s => s.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_copies_that_differ_the_same_one_counts_in_any_order(bool isTurned)
    {
        var start = MadeCalls.Start("10:00:00");
        List<TrailEvent> copies =
        [
            .. MadeCalls.Events(start), .. MadeCalls.Events(start.DeepClone().AsObject().With("userAgent", "another")),
        ];
        if (isTurned)
            copies.Reverse();

        Assert.Equal("another", Assert.Single(Assert.Single(Fixture.Rebuild(copies)).Timeline).Event.UserAgent);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (TrailIncident Kept, WeakReference Other) OneKept()
    {
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:02:00"),
            MadeCalls.Start("11:00:00", MadeCalls.OtherIncident), MadeCalls.Resolve("11:02:00", MadeCalls.OtherIncident)));
        return (incidents[0], new WeakReference(incidents[1].Timeline[0].Event));
    }
}
