using System.Text.Json.Nodes;
using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Changes;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Linking;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Incidents.Steps;

namespace IncidentTrail.Tests.Incidents;

/// <summary>
/// What a large or hostile trail has very many of beside very many of another: each finds its own without a look at all others. Where one
/// were compared with all, these would not end.
/// </summary>
public sealed class ManyOfEachTests
{
    private const int Many = 50_000;

    private static readonly ResourceName s_plan = ResourceName.OfArn(Calls.Plan)!;
    private static readonly IncidentCall s_start = Made(Calls.Start("10:00:00"));

    [Fact]
    public void Failed_starts_beside_incidents()
    {
        var starts = new IncidentStarts(Started(Many));

        for (var i = 0; i < Many; i++)
        {
            Assert.Equal("0", starts.NextOf(s_plan, At("09:59:00"))?.Key);
            Assert.Null(starts.NextOf(s_plan, At("10:00:01")));
        }
    }

    [Fact]
    public void OpsItems_beside_incidents()
    {
        var starts = new IncidentStarts(Started(Many));

        for (var i = 0; i < Many; i++)
            Assert.Empty(starts.Near("111122223333", "us-east-1", At("10:02:00"), TimeSpan.FromMinutes(1)));
        Assert.Equal(Many, starts.Near("111122223333", "us-east-1", At("10:01:00"), TimeSpan.FromMinutes(1)).Count());
    }

    [Fact]
    public void Pages_beside_incidents_that_stay_open()
    {
        var incidents = Started(Many);
        var page = Made(Calls.Accept("2026-05-07T10:00:00Z", "ann"));
        var links = new PageLinks(incidents, new EngagementIndex(), new ContactPlans());

        for (var i = 0; i < Many; i++)
            links.Link(page);

        Assert.All(incidents, i => Assert.Single(i.Calls));
    }

    [Fact]
    public void Pages_beside_engagements_of_incidents_and_changes_of_their_plan()
    {
        var incidents = Started(Many);
        var engagements = new EngagementIndex();
        var engaged = Made(Calls.Engage("10:01:00", "team"));
        var plans = new ContactPlans();
        var changed = Made(Calls.Call("10:02:00", "UpdateContact", new { contactId = Calls.Contact("contact", "team"), plan = Plan("bob") }, source: "ssm-contacts"));
        foreach (var incident in incidents)
        {
            incident.Engagements.Add(engagements.Add(engaged, incident)!);
            plans.Add(changed);
        }
        var links = new PageLinks(incidents, engagements, plans);
        var page = Made(Calls.Accept("2026-05-07T10:00:00Z", "ann"));

        for (var i = 0; i < Many; i++)
            links.Link(page);

        Assert.All(incidents, i => Assert.Single(i.Calls));
        links.Link(Made(Calls.Accept("2026-05-07T10:00:01Z", "bob")));
        Assert.All(incidents, i => Assert.Equal(LinkGrade.Plan, i.Calls[^1].Grade));
    }

    [Fact]
    public void Notes_beside_changes_of_the_status()
    {
        var incident = Started(1)[0];
        var resolved = Made(Calls.Resolve("10:05:00"));
        for (var i = 0; i < Many; i++)
            incident.Link(resolved, TrailLink.Certain, "named");
        incident.Settle();

        for (var i = 0; i < Many; i++)
            Assert.False(incident.IsResolvedBefore(At("10:05:00")));
        Assert.True(incident.IsResolvedBefore(At("10:05:01")));
    }

    [Fact]
    public void Ends_of_engagements_beside_engagements_of_that_id()
    {
        var engagements = new EngagementIndex();
        var (engaged, other) = (Made(Calls.Engage("10:01:00", "ann")), Made(Calls.Engage("10:01:00", "ann", account: "444455556666")));
        foreach (var incident in Started(Many))
            engagements.Add(engaged, incident);
        var alone = engagements.Add(other, incident: null);

        for (var i = 0; i < Many; i++)
            Assert.Null(engagements.Find("e1", engaged));
        Assert.Same(alone, engagements.Find(Calls.Contact("engagement", "ann", "e1", "444455556666"), engaged)?.Engagement);
    }

    [Fact]
    public void Settings_of_one_second()
    {
        var incident = Begun(0);
        var update = Made(Calls.Update("10:05:00", new { title = "again" }));
        for (var i = 0; i < Many; i++)
            incident.Link(update, TrailLink.Certain, "named");
        incident.Settle();

        var changes = FieldChanges.Of(incident).By(update);

        Assert.Equal(Many, changes.Count);
        Assert.All(changes, c => Assert.False(c.IsContested));
    }

    [Fact]
    public void Rotations_deleted_beside_their_overrides()
    {
        var plans = new ContactPlans();
        var (rotation, id) = (Calls.Contact("rotation", "week"), "o1");
        var made = Made(Calls.Call("10:00:00", "CreateRotationOverride",
            new { rotationId = rotation, newContactIds = new[] { Calls.Contact("contact", "ann") }, startTime = "2026-05-05T11:00:00Z", endTime = "2026-05-05T12:00:00Z" },
            new { rotationOverrideId = id }, source: "ssm-contacts"));
        var ended = Made(Calls.Call("10:00:01", "DeleteRotationOverride", new { rotationId = rotation, rotationOverrideId = id }, source: "ssm-contacts"));
        var deleted = Made(Calls.Call("10:00:02", "DeleteRotation", new { rotationId = rotation }, source: "ssm-contacts"));
        for (var i = 0; i < Many; i++)
            plans.Add(made);
        Assert.Equal("ann", Assert.Single(plans.MembersOf(ResourceName.OfArn(rotation)!, At("11:30:00"))).Name);

        var others = new ContactPlans();
        for (var i = 0; i < Many; i++)
        {
            others.Add(made);
            others.Add(ended);
            others.Add(deleted);
        }

        Assert.Empty(others.MembersOf(ResourceName.OfArn(rotation)!, At("11:30:00")));
        for (var i = 0; i < Many; i++)
            Assert.Empty(others.MembersOf(ResourceName.OfArn(Calls.Contact("contact", "other"))!, At("11:30:00")));
    }

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
        var call = Made(Calls.Start("10:00:00"));
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
        var first = Made(Calls.Call("10:00:00", "PutRule", new { name = "rule", eventPattern = "{\"a\":1}" }, source: "events"));
        var later = Made(Calls.Call("10:00:01", "PutRule", new { name = "rule", eventPattern = "{\"a\":2}" }, source: "events"));
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
            Calls.Call("09:00:00", "PutCompositeAlarm", new { alarmName = "all", alarmRule = $"ALARM(\"one\") OR {rule}", alarmActions = new[] { Calls.Plan } }, source: "monitoring"),
            Calls.Call("09:30:00", "DeleteAlarms", new { alarmNames = deleted }, source: "monitoring"),
            Calls.Call("10:00:00", "StartIncident",
                new { responsePlanArn = Calls.Plan, triggerDetails = new { triggerArn = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:all" } },
                new { incidentRecordArn = Calls.Incident }),
        ];

        Assert.Equal("an alarm in the rule of all, as last seen in what was read", Calls.Rebuilt(calls).ChangesBefore[^1].Basis);
    }

    [Fact]
    public void Changes_before_incidents_are_found_out_when_somebody_looks()
    {
        const int each = 3_000;
        var calls = new List<JsonObject>();
        for (var i = 0; i < each; i++)
        {
            calls.Add(Calls.Call("09:00:00", "UpdateResponsePlan", new { arn = Calls.Plan, displayName = "Shop" }));
            calls.Add(Calls.Start("10:00:00", $"arn:aws:ssm-incidents::111122223333:incident-record/shop/{i:x8}-aaaa-4bbb-8ccc-000000000001"));
        }

        var incidents = Fixture.Rebuild(Calls.Events(calls));

        Assert.Equal(each, incidents.Count);
        Assert.Equal(each, incidents[^1].ChangesBefore.Count);
    }

    private static object Plan(string contact) =>
        new { stages = new[] { new { targets = new[] { new { contactTargetInfo = new { contactId = Calls.Contact("contact", contact) } } } } } };

    private static List<IncidentFile> Started(int count)
    {
        List<IncidentFile> files = [.. Enumerable.Range(0, count).Select(Begun)];
        files.ForEach(file => file.Settle());
        return files;
    }

    private static IncidentFile Begun(int i)
    {
        var file = new IncidentFile(new IncidentName(0, Calls.Incident, $"{i}", IncidentArn.TryParse(Calls.Incident, out var arn) ? arn : null));
        file.Link(s_start, TrailLink.Certain, "named");
        return file;
    }

    private static IncidentCall Made(JsonObject call)
    {
        var made = Assert.Single(Calls.Events(call));
        return new IncidentCall(made, CallKind.Of(made.EventSource, made.EventName), new IncidentNames());
    }

    private static DateTime At(string time) => BeginningTests.Utc($"2026-05-05T{time}Z");
}
