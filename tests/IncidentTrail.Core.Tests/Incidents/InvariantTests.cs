namespace IncidentTrail.Tests.Incidents;

/// <summary>What must hold however the events of the fixtures come: in any order, twice, or only some of them.</summary>
public sealed class InvariantTests
{
    private static readonly Lazy<List<TrailEvent>> s_events = new(() =>
    {
        var reading = IncidentReconstruction.ReadingFor(new TrailQuery(), TimeSpan.FromDays(7));
        return
        [
            .. Directory.GetFiles(Path.GetDirectoryName(Fixture.PathOf("x"))!, "*.json").Order(StringComparer.Ordinal)
                .SelectMany(f => Fixture.Events(f, reading, new TrailCoverage())),
            .. Fixture.Events(Path.Combine(Repository.Root, "tests", "data", "trail"), reading, new TrailCoverage()),
        ];
    });

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Order_and_repetition_make_no_difference(int seed)
    {
        var random = new Random(seed);
        var events = s_events.Value.Concat(s_events.Value.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(events);

        Assert.Equal(Told(Fixture.Rebuild(s_events.Value)), Told(Fixture.Rebuild(events)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_half_of_the_events_nothing_is_claimed_that_no_event_tells(int seed)
    {
        var random = new Random(seed);
        var half = s_events.Value.Where(_ => random.Next(2) == 0).ToList();
        var ids = half.Select(e => e.EventId).ToHashSet();

        var incidents = Fixture.Rebuild(half);
        Assert.NotEmpty(incidents);
        foreach (var incident in incidents)
        {
            Assert.All(incident.Timeline, s => Assert.Contains(s.Event.EventId, ids));
            Assert.All(incident.Timeline.Where(s => s.Event.EventName == "AcceptPage"), s => Assert.Equal(TrailLink.Inferred, s.Link));
            Assert.All(Spans(incident).Where(d => d.Seconds is not null), d =>
            {
                Assert.Equal((long)(d.To!.EventTimeUtc!.Value - d.From!.EventTimeUtc!.Value).TotalSeconds, d.Seconds);
                Assert.Equal("StartIncident", d.From!.EventName);
            });
            Assert.All(Spans(incident).Where(d => d.Seconds is null), d => Assert.NotEmpty(d.Basis));
            Assert.All(Spans(incident), d => Assert.Equal(d.Seconds is null, d.Link is null));
            Assert.Equal(incident.StartTimeUtc is null, incident.Began == "before what was read");
            Assert.Equal(incident.Timeline.OrderBy(s => s.TimeUtc ?? DateTime.MaxValue).Select(s => s.TimeUtc), incident.Timeline.Select(s => s.TimeUtc));
            Assert.Equal(incident.EventCount, incident.Timeline.Count + incident.ReadCount);
            Assert.All(
                incident.Timeline.SelectMany(s => s.Fields).Where(f => f.Previous is not null),
                f => Assert.Contains(incident.Timeline, s => s.Fields.Any(o => o.Value == f.Previous) || s.Kind == TrailStepKind.Start));
        }
    }

    [Fact]
    public void A_step_of_several_incidents_counts_them()
    {
        var incidents = Fixture.Rebuild(s_events.Value);
        var shared = incidents.SelectMany(i => i.Timeline).GroupBy(s => s.Event.EventId).Where(g => g.Count() > 1).ToList();

        Assert.NotEmpty(shared);
        Assert.All(shared, g => Assert.All(g, s => Assert.Equal(g.Count(), s.Candidates)));
    }

    private static IEnumerable<TrailDuration> Spans(TrailIncident i) =>
        [i.TimeToEngage, i.TimeToAcknowledge, i.TimeToFirstResolve, i.TimeToResolve];

    internal static string Told(IEnumerable<TrailIncident> incidents) => string.Join('\n', incidents.SelectMany(i => (string[])
    [
        $"{i} {i.IncidentRecordArn} {i.Began} {i.Impact} {i.StatusAsOfUtc:O} {i.AcknowledgedBasis} {i.EventCount} {i.RetryCount}",
        .. Spans(i).Select(d => $"{d} {d.Basis}"),
        .. i.Timeline.Select(s => $"{s} {s.Event.EventId} {s.Link} {s.LinkBasis} {s.Candidates} {s.SameSecond}"),
        .. i.Notes.SelectMany(n => n.Revisions.Select(r => $"{n.Author} {n.Dating} {r} {r.ByOther}")),
        .. i.ChangesBefore.Concat(i.ChangesDuring).Select(c => $"{c.Scope} {c} {c.Basis}"),
        .. i.Remarks,
    ]));
}
