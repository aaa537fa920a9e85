using System.Text.Json.Nodes;
using IncidentTrail.Incidents.Results;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>What is changed while an incident runs: who silenced a pager then is looked for in the incident.</summary>
public sealed class ChangesDuringTests
{
    private const string Rotation = "arn:aws:ssm-contacts:us-east-1:111122223333:rotation/r1";

    private static readonly JsonObject[] s_schedule =
    [
        Contacts("08:00:00", "CreateRotation", new { contactIds = new[] { Arn("carol") } }, new { rotationArn = Rotation }),
        Contacts("08:10:00", "CreateContact", new { alias = "schedule", type = "ONCALL_SCHEDULE", plan = new { rotationIds = new[] { Rotation } } }, new { contactArn = Arn("schedule") }),
        MadeCalls.Call("08:20:00", "CreateResponsePlan", new { name = "shop", engagements = new[] { Arn("schedule") } }, new { arn = MadeCalls.Plan }),
    ];

    public static TheoryData<JsonObject, string> Tied => new()
    {
        { Contacts("10:30:00", "DeactivateContactChannel", new { contactChannelId = MadeCalls.Contact("contact-channel", "bob", "c1") }), "contact bob was engaged in this incident" },
        { Contacts("10:30:00", "UpdateContact", new { contactId = Arn("bob"), plan = new { stages = Array.Empty<object>() } }), "contact bob was engaged in this incident" },
        { Contacts("10:30:00", "DeleteContactChannel", new { contactChannelId = MadeCalls.Contact("contact-channel", "carol", "c1") }), "contact carol is in the plan of schedule, as last seen in what was read" },
        { Contacts("10:30:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { Arn("dora") } }), "a rotation in the plan of contact schedule, as last seen in what was read" },
        { Contacts("10:30:00", "CreateRotationOverride", new { rotationId = Rotation, newContactIds = new[] { Arn("dora") } }, new { rotationOverrideId = "o1" }), "a rotation in the plan of contact schedule, as last seen in what was read" },
        { MadeCalls.Call("10:30:00", "UpdateResponsePlan", new { arn = MadeCalls.Plan, engagements = Array.Empty<string>() }), "this incident's response plan" },
        { MadeCalls.Call("10:30:00", "UpdateReplicationSet", new { arn = "arn:aws:ssm-incidents::111122223333:replication-set/r" }), "the replication set that all incidents of the account are in" },
        { MadeCalls.Call("10:30:00", "PutResourcePolicy", new { resourceArn = MadeCalls.Plan, policy = "{}" }), "the sharing of this incident's response plan" },
    };

    [Theory, MemberData(nameof(Tied))]
    public void It_is_among_the_changes_during_it_with_what_ties_it(JsonObject change, string basis)
    {
        var incident = MadeCalls.Rebuilt([.. s_schedule, .. Incident(), change]);

        var found = Assert.Single(incident.ChangesDuring);
        Assert.Equal((TrailChangeScope.Incident, basis), (found.Scope, found.Basis));
        Assert.Equal((null, 1_800), (found.SecondsBefore, found.SecondsAfter));
        Assert.DoesNotContain(incident.ChangesBefore, c => c.SecondsBefore is null || c.SecondsAfter is not null || c.TimeUtc == found.TimeUtc);
    }

    [Theory, MemberData(nameof(Tied))]
    public void It_is_a_step_of_the_timeline_and_no_call_of_the_incident(JsonObject change, string basis)
    {
        var (alone, incident) = (MadeCalls.Rebuilt([.. s_schedule, .. Incident()]), MadeCalls.Rebuilt([.. s_schedule, .. Incident(), change]));

        var step = Assert.Single(incident.GetTimeline(reads: false, changes: false), s => s.Kind == TrailStepKind.ChangeDuring);
        Assert.Equal((basis, TrailChangeScope.Incident), (step.LinkBasis, step.Scope));
        Assert.Equal(incident.Timeline.Count + 1, incident.GetTimeline(reads: false, changes: false).Count);
        Assert.Equal((alone.EventCount, alone.Timeline.Count), (incident.EventCount, incident.Timeline.Count));
    }

    [Fact]
    public void One_in_the_second_of_a_step_and_the_step_say_that_their_order_is_not_known()
    {
        var incident = MadeCalls.Rebuilt([.. Incident(), Silenced("10:00:05", "bob")]);

        var together = incident.GetTimeline(reads: false, changes: false).Where(s => s.SameSecond).Select(s => s.Kind);
        Assert.Equal([TrailStepKind.ChangeDuring, TrailStepKind.Engagement], together);
        Assert.DoesNotContain(incident.Timeline, s => s.SameSecond);
    }

    [Fact]
    public void It_ends_with_the_last_resolution()
    {
        var incident = MadeCalls.Rebuilt(
        [
            .. Incident(), Silenced("10:10:00", "bob"), MadeCalls.Resolve("10:20:00"), Silenced("10:30:00", "bob"), MadeCalls.Update("10:40:00", new { status = "OPEN" }),
            Silenced("10:50:00", "bob"), MadeCalls.Resolve("11:00:00"), Silenced("11:00:00", "bob"), Silenced("11:00:01", "bob"),
        ]);

        Assert.Equal(["10:10:00", "10:30:00", "10:50:00", "11:00:00"], Times(incident));
    }

    [Fact]
    public void One_that_is_open_has_no_end_and_one_whose_record_is_deleted_ends_with_it()
    {
        JsonObject[] calls = [.. Incident(), Silenced("10:10:00", "bob"), Silenced("2026-06-05T10:00:00Z", "bob")];

        Assert.Equal(["10:10:00", "10:00:00"], Times(MadeCalls.Rebuilt(calls)));
        Assert.Equal(["10:10:00"], Times(MadeCalls.Rebuilt([.. calls, MadeCalls.Call("10:20:00", "DeleteIncidentRecord", new { arn = MadeCalls.Incident })])));
    }

    [Fact]
    public void One_that_was_resolved_does_not_run_on_until_its_record_is_deleted()
    {
        var incident = MadeCalls.Rebuilt(
        [
            .. Incident(), Silenced("10:10:00", "bob"), MadeCalls.Resolve("10:20:00"), Silenced("10:30:00", "bob"),
            MadeCalls.Call("10:40:00", "DeleteIncidentRecord", new { arn = MadeCalls.Incident }),
        ]);

        Assert.Equal(["10:10:00"], Times(incident));
    }

    [Fact]
    public void Where_the_order_within_a_second_hides_the_last_resolution_it_ends_with_the_latest_that_it_may_have_been()
    {
        var incident = MadeCalls.Rebuilt(
        [
            .. Incident(), MadeCalls.Update("10:20:00", new { status = "OPEN" }), MadeCalls.Resolve("10:20:00"), Silenced("10:30:00", "bob"), MadeCalls.Resolve("10:40:00"), Silenced("10:50:00", "bob"),
        ]);

        Assert.Null(incident.LastResolvedUtc);
        Assert.Equal(["10:30:00"], Times(incident));
    }

    [Fact]
    public void What_the_incident_came_to_rest_on_while_it_ran_counts()
    {
        var incident = MadeCalls.Rebuilt(
        [
            .. s_schedule, .. Incident(), Contacts("10:10:00", "UpdateRotation", new { rotationId = Rotation, contactIds = new[] { Arn("dora") } }),
            Silenced("10:20:00", "dora"), Silenced("10:30:00", "carol"), Silenced("10:40:00", "erik"),
        ]);

        Assert.Equal([TrailChangeScope.Incident, TrailChangeScope.Incident, TrailChangeScope.Incident, TrailChangeScope.Other], incident.ChangesDuring.Select(c => c.Scope));
    }

    [Fact]
    public void What_nothing_ties_to_it_is_a_step_only_where_changes_are_asked_for()
    {
        var incident = MadeCalls.Rebuilt([.. Incident(), Silenced("10:20:00", "erik")]);

        Assert.Equal(TrailChangeScope.Other, Assert.Single(incident.ChangesDuring).Scope);
        Assert.DoesNotContain(incident.GetTimeline(reads: false, changes: false), s => s.Kind == TrailStepKind.ChangeDuring);
        Assert.Single(incident.GetTimeline(reads: false, changes: true), s => s.Kind == TrailStepKind.ChangeDuring);
    }

    // The timeline finds those that something ties to it without a look at the rest.
    [Fact]
    public void The_steps_are_those_of_the_changes_that_something_ties_to_it()
    {
        var incident = MadeCalls.Rebuilt(
        [
            .. s_schedule, Silenced("09:00:00", "bob"), .. Incident(), Silenced("10:20:00", "erik"), Silenced("10:30:00", "bob"), Silenced("10:40:00", "BOB"),
            MadeCalls.Call("10:50:00", "StopLogging", new { name = "trail" }, source: "cloudtrail"), Silenced("10:55:00", "carol"),
        ]);

        var steps = incident.GetTimeline(reads: false, changes: false).Where(s => s.Kind == TrailStepKind.ChangeDuring).ToList();
        Assert.Equal(["10:30:00", "10:50:00", "10:55:00"], steps.Select(s => $"{s.TimeUtc:HH:mm:ss}"));
        Assert.Equal(
            incident.ChangesDuring.Where(c => c.Scope != TrailChangeScope.Other).OrderBy(c => c.TimeUtc).Select(c => (c.Event.EventId, c.Basis)),
            steps.Select(s => (s.Event.EventId, s.LinkBasis)));
    }

    // Each of so many beside each other would not end.
    [Fact]
    public void Of_many_incidents_that_stay_open_each_timeline_has_its_own_beside_many_changes()
    {
        const int many = 5_000;
        var incidents = Fixture.Rebuild(MadeCalls.Events(
        [
            .. Enumerable.Range(0, many).Select(i => MadeCalls.Start("10:00:00", incident: $"{MadeCalls.Incident[..^4]}{i:0000}")),
            .. Enumerable.Range(0, many).Select(i => Silenced("10:10:00", $"contact{i}")),
        ]));

        Assert.Equal(many, incidents.Count);
        Assert.All(incidents, incident => Assert.Single(incident.GetTimeline(reads: false, changes: false)));
    }

    [Fact]
    public void Piped_the_incident_stands_for_its_own_calls_alone()
    {
        var incident = MadeCalls.Rebuilt([.. Incident(), Silenced("10:30:00", "bob")]);

        Assert.Equal(["StartIncident", "StartEngagement"], PipedEvents.Of(incident)!.Select(e => e.EventName));
    }

    [Fact]
    public void The_sample_tells_who_silenced_a_pager_and_what_else_changed_meanwhile()
    {
        var incident = Fixture.Incident("silenced-while-it-ran", TimeSpan.FromDays(1));

        Assert.Equal(
            [
                "Incident Inferred richard_roe deactivated a contact channel of nikki_wolf",
                "Incident Certain richard_roe changed the contact checkout-oncall (plan emptied)",
                "Incident Certain richard_roe disabled the actions of the alarm checkout-5xx-high",
                "Other Inferred richard_roe deactivated a contact channel of jane_roe",
            ],
            incident.ChangesDuring.Select(c => $"{c.Scope} {c.Link} {c.Text}"));
    }

    [Theory]
    [InlineData(TrailReportFormat.Html)]
    [InlineData(TrailReportFormat.Markdown)]
    [InlineData(TrailReportFormat.Csv)]
    [InlineData(TrailReportFormat.Json)]
    public void A_report_tells_them(TrailReportFormat format)
    {
        var report = Reports.Reports.Of(MadeCalls.Rebuilt([.. Incident(), Silenced("10:20:00", "bob"), Silenced("10:30:00", "erik")]), format);

        Assert.Contains("deactivated a contact channel of bob", report);
        Assert.Contains("deactivated a contact channel of erik", report);
    }

    private static IEnumerable<string> Times(TrailIncident incident) => incident.ChangesDuring.Select(c => $"{c.TimeUtc:HH:mm:ss}");

    private static JsonObject[] Incident() => [MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob")];

    private static JsonObject Silenced(string time, string alias) =>
        Contacts(time, "DeactivateContactChannel", new { contactChannelId = MadeCalls.Contact("contact-channel", alias, "c1") });

    private static string Arn(string alias) => MadeCalls.Contact("contact", alias);

    private static JsonObject Contacts(string time, string name, object request, object? response = null) =>
        MadeCalls.Call(time, name, request, response, source: "ssm-contacts");
}
