using System.Text.Json.Nodes;
using IncidentTrail.Incidents.Changes;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>Very many things that an incident rests on, or very many incidents, beside very many changes: each finds its own.</summary>
public sealed class ManyChangesTests
{
    private const int Many = 50_000;

    [Fact]
    public void Things_of_one_name_that_an_incident_rests_on()
    {
        var ties = new TieList();
        for (var i = 0; i < Many; i++)
            ties.Add(new ResourceName(ResourceKind.Topic, "alerts", $"{i:D12}", "us-east-1"), TrailLink.Certain, "a topic", "a topic");

        Assert.Equal(Many, ties.Count);
    }

    [Fact]
    public void Settings_of_a_plan_that_are_other_things_each_time()
    {
        var ties = new TieList();
        var call = MadeCalls.Made(MadeCalls.Start("10:00:00"));
        for (var i = 0; i < Many; i++)
        {
            ties.Supersede(call, TieSetting.Topics);
            ties.Add(new ResourceName(ResourceKind.Topic, $"alerts{i}", "111122223333", "us-east-1"), TrailLink.Certain, "a topic", "a topic", TieSetting.Topics);
        }

        Assert.Equal("was a topic until 2026-05-05", ties[0].Basis);
        Assert.Equal("a topic", ties[^1].Basis);
    }

    [Fact]
    public void Patterns_of_one_event_rule()
    {
        var history = new ChangeHistory();
        var first = MadeCalls.Made(MadeCalls.Call("10:00:00", "PutRule", new { name = "rule", eventPattern = "{\"a\":1}" }, source: "events"));
        var later = MadeCalls.Made(MadeCalls.Call("10:00:01", "PutRule", new { name = "rule", eventPattern = "{\"a\":2}" }, source: "events"));
        history.Add(first);
        for (var i = 0; i < Many; i++)
            history.Add(later);

        for (var i = 0; i < Many; i++)
            Assert.Same(first, history.PatternBefore(ChangedThings.RuleOf(later)!, later.TimeUtc));
        Assert.Equal("made or changed the event rule rule, with another event pattern than that of 2026-05-05T10:00:00Z", ChangeText.Of(later, history));
    }

    [Theory]
    [InlineData("ALARM(", ' ')]
    [InlineData("ALARM(", 'x')]
    public void Blanks_and_beginnings_in_the_rule_of_an_alarm(string beginning, char filling)
    {
        var rule = string.Concat(Enumerable.Repeat(beginning, 20_000)) + new string(filling, 100_000);
        string[] deleted = ["one"];
        List<JsonObject> calls =
        [
            MadeCalls.Call("09:00:00", "PutCompositeAlarm", new { alarmName = "all", alarmRule = $"ALARM(\"one\") OR {rule}", alarmActions = new[] { MadeCalls.Plan } }, source: "monitoring"),
            MadeCalls.Call("09:30:00", "DeleteAlarms", new { alarmNames = deleted }, source: "monitoring"),
            MadeCalls.Call("10:00:00", "StartIncident",
                new { responsePlanArn = MadeCalls.Plan, triggerDetails = new { triggerArn = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:all" } },
                new { incidentRecordArn = MadeCalls.Incident }),
        ];

        Assert.Equal("an alarm in the rule of all, as last seen in what was read", MadeCalls.Rebuilt(calls).ChangesBefore[^1].Basis);
    }

    [Fact]
    public void Changes_before_incidents_are_found_out_when_somebody_looks()
    {
        const int each = 3_000;
        var calls = new List<JsonObject>();
        for (var i = 0; i < each; i++)
        {
            calls.Add(MadeCalls.Call("09:00:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, displayName = "Shop" }));
            calls.Add(MadeCalls.Start("10:00:00", $"arn:aws:ssm-incidents::111122223333:incident-record/shop/{i:x8}-aaaa-4bbb-8ccc-000000000001"));
        }

        var incidents = Fixture.Rebuild(MadeCalls.Events(calls));

        Assert.Equal(each, incidents.Count);
        Assert.Equal(each, incidents[^1].ChangesBefore.Count);
    }
}
