using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Steps;

/// <summary>The steps of an incident hold what they tell; what their calls rest on is made when somebody asks for it.</summary>
public sealed class IncidentStepsTests
{
    private const int Large = 1_000_000;

    [Fact]
    public void No_event_is_made_of_a_step_until_somebody_asks_for_it()
    {
        var incident = Read(
            MadeCalls.Start("10:00:00"), MadeCalls.Note("10:01:00", "n1", "seen").With("apiVersion", new string('x', Large)), MadeCalls.Resolve("10:02:00"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(3, incident.Timeline.Count);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Large);
        Assert.True(incident.Timeline[1].Event.Json.Length > Large);
        Assert.Same(incident.Timeline[1].Event, incident.Timeline[1].Event);
        Assert.Same(incident.Timeline[1].Event, Assert.Single(incident.Timeline[1].Records));
        Assert.Same(incident.Timeline[1].Event, Assert.Single(incident.Notes).Created);
    }

    [Fact]
    public void What_was_parsed_of_a_call_is_let_go_of_once_its_step_is_written()
    {
        var incident = Read(MadeCalls.Start("10:00:00", title: "down"), MadeCalls.Resolve("10:02:00"));
        var parsed = RequestOfStart(incident);
        var text = incident.Timeline[0].Text;

        GC.Collect();

        Assert.False(parsed.IsAlive);
        Assert.EndsWith("down", text, StringComparison.Ordinal);
        Assert.Equal("down", (incident.Timeline[0].Event.RequestParameters as TrailObject)!["title"]);
    }

    [Theory]
    [InlineData("10:01:00", "10:01:00", true)]
    [InlineData("10:01:00", "10:01:01", false)]
    public void Steps_of_one_second_say_so_whatever_was_read_between_them(string first, string second, bool expected)
    {
        var incident = Read(
            MadeCalls.Start("10:00:00"), MadeCalls.Note(first, "n1", "one"), MadeCalls.Call(first, "GetIncidentRecord", new { arn = MadeCalls.Incident }),
            MadeCalls.Note(second, "n2", "two"));

        Assert.Equal([false, expected, expected], incident.Timeline.Select(s => s.SameSecond));
        Assert.False(Assert.Single(incident.Reads).SameSecond);
    }

    private static TrailIncident Read(params JsonObject[] records) => Assert.Single(Fixture.Read(
        new TextSource([new JsonObject { ["Records"] = new JsonArray([.. records]) }.ToJsonString()]), new TrailIncidentQuery()));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RequestOfStart(TrailIncident incident) => new(incident.TimeToResolve.Begun!.Request);
}
