using System.Text.Json.Nodes;
using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
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

    private static readonly ResourceName s_plan = ResourceName.OfArn(MadeCalls.Plan)!;
    private static readonly IncidentCall s_start = MadeCalls.Made(MadeCalls.Start("10:00:00"));

    [Fact]
    public void Failed_starts_beside_incidents()
    {
        var starts = new IncidentStarts(Started(Many));

        for (var i = 0; i < Many; i++)
        {
            var (first, count) = starts.NextOf(s_plan, At("09:59:00"));
            Assert.Equal(("0", Many), (first?.Key, count));
            Assert.Null(starts.NextOf(s_plan, At("10:00:01")).First);
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
        var page = MadeCalls.Made(MadeCalls.Accept("2026-05-07T10:00:00Z", "ann"));
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
        var engaged = MadeCalls.Made(MadeCalls.Engage("10:01:00", "team"));
        var plans = new ContactPlans();
        var changed = MadeCalls.Made(MadeCalls.Call("10:02:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "team"), plan = Plan("bob") }, source: "ssm-contacts"));
        foreach (var incident in incidents)
        {
            incident.Engagements.Add(engagements.Add(engaged, incident)!);
            plans.Add(changed);
        }
        var links = new PageLinks(incidents, engagements, plans);
        var page = MadeCalls.Made(MadeCalls.Accept("2026-05-07T10:00:00Z", "ann"));

        for (var i = 0; i < Many; i++)
            links.Link(page);

        Assert.All(incidents, i => Assert.Single(i.Calls));
        links.Link(MadeCalls.Made(MadeCalls.Accept("2026-05-07T10:00:01Z", "bob")));
        Assert.All(incidents, i => Assert.Equal(LinkGrade.Plan, i.Calls[^1].Grade));
    }

    [Fact]
    public void Pages_long_after_beside_engagements_of_incidents_that_were_resolved()
    {
        var incidents = Enumerable.Range(0, Many).Select(Begun).ToList();
        var engagements = new EngagementIndex();
        var (engaged, resolved) = (MadeCalls.Made(MadeCalls.Engage("10:01:00", "bob")), MadeCalls.Made(MadeCalls.Resolve("10:05:00")));
        foreach (var incident in incidents)
        {
            incident.Link(resolved, TrailLink.Certain, "named");
            incident.Settle();
            incident.Engagements.Add(engagements.Add(engaged, incident)!);
        }
        var links = new PageLinks(incidents, engagements, new ContactPlans());
        links.Link(MadeCalls.Made(MadeCalls.Accept("10:06:00", "bob")));
        Assert.All(incidents, i => Assert.Equal(LinkGrade.AliasAfterResolution, i.Calls[^1].Grade));
        var page = MadeCalls.Made(MadeCalls.Accept("2026-05-07T10:00:00Z", "bob"));

        for (var i = 0; i < Many; i++)
            links.Link(page);

        Assert.All(incidents, i => Assert.Equal(3, i.Calls.Count));
    }

    [Fact]
    public void Notes_beside_changes_of_the_status()
    {
        var incident = Started(1)[0];
        var resolved = MadeCalls.Made(MadeCalls.Resolve("10:05:00"));
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
        var (engaged, other) = (MadeCalls.Made(MadeCalls.Engage("10:01:00", "ann")), MadeCalls.Made(MadeCalls.Engage("10:01:00", "ann", account: "444455556666")));
        foreach (var incident in Started(Many))
            engagements.Add(engaged, incident);
        var alone = engagements.Add(other, incident: null);

        for (var i = 0; i < Many; i++)
            Assert.Null(engagements.Find("e1", engaged));
        Assert.Same(alone, engagements.Find(MadeCalls.Contact("engagement", "ann", "e1", "444455556666"), engaged)?.Engagement);
    }

    [Fact]
    public void Settings_of_one_second()
    {
        var incident = Begun(0);
        var update = MadeCalls.Made(MadeCalls.Update("10:05:00", new { title = "again" }));
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
        var (rotation, id) = (MadeCalls.Contact("rotation", "week"), "o1");
        var made = MadeCalls.Made(MadeCalls.Call("10:00:00", "CreateRotationOverride",
            new { rotationId = rotation, newContactIds = new[] { MadeCalls.Contact("contact", "ann") }, startTime = "2026-05-05T11:00:00Z", endTime = "2026-05-05T12:00:00Z" },
            new { rotationOverrideId = id }, source: "ssm-contacts"));
        var ended = MadeCalls.Made(MadeCalls.Call("10:00:01", "DeleteRotationOverride", new { rotationId = rotation, rotationOverrideId = id }, source: "ssm-contacts"));
        var deleted = MadeCalls.Made(MadeCalls.Call("10:00:02", "DeleteRotation", new { rotationId = rotation }, source: "ssm-contacts"));
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
            Assert.Empty(others.MembersOf(ResourceName.OfArn(MadeCalls.Contact("contact", "other"))!, At("11:30:00")));
    }

    private static object Plan(string contact) =>
        new { stages = new[] { new { targets = new[] { new { contactTargetInfo = new { contactId = MadeCalls.Contact("contact", contact) } } } } } };

    private static List<IncidentFile> Started(int count)
    {
        List<IncidentFile> files = [.. Enumerable.Range(0, count).Select(Begun)];
        files.ForEach(file => file.Settle());
        return files;
    }

    private static IncidentFile Begun(int i)
    {
        var file = new IncidentFile(new IncidentName(0, MadeCalls.Incident, $"{i}", IncidentArn.TryParse(MadeCalls.Incident, out var arn) ? arn : null));
        file.Link(s_start, TrailLink.Certain, "named");
        return file;
    }

    private static DateTime At(string time) => Fixture.Utc($"2026-05-05T{time}Z");
}
