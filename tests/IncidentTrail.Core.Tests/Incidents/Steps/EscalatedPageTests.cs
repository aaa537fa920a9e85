using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Steps;

/// <summary>A page that an escalation plan sent fits whatever engaged the plan, as a page to an alias fits whatever engaged the alias.</summary>
public sealed class EscalatedPageTests
{
    private static readonly JsonObject s_plan = MadeCalls.Call("09:00:00", "CreateContact",
        new
        {
            alias = "oncall",
            type = "ESCALATION",
            plan = new { stages = new[] { new { targets = new[] { new { contactTargetInfo = new { contactId = MadeCalls.Contact("contact", "bob") } } } } } },
        },
        new { contactArn = MadeCalls.Contact("contact", "oncall") }, source: "ssm-contacts");

    [Fact]
    public void A_plan_engaged_after_its_incident_was_resolved_pages_as_one_of_an_open_incident_does()
    {
        var incident = MadeCalls.Rebuilt(
            s_plan.DeepClone().AsObject(), MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:30:00"), MadeCalls.Engage("10:31:00", "oncall"),
            MadeCalls.Accept("10:32:00", "bob"));

        Assert.Equal(1920, incident.TimeToAcknowledge.Seconds);
        Assert.Equal("bob is in the plan of oncall, which was engaged after the incident was resolved, as last seen in what was read", incident.AcknowledgedBasis);
    }

    [Fact]
    public void One_that_fits_an_open_incident_as_well_feeds_no_duration()
    {
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            s_plan.DeepClone().AsObject(), MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:30:00"), MadeCalls.Engage("10:31:00", "oncall"),
            MadeCalls.Start("10:32:00", MadeCalls.OtherIncident), MadeCalls.Engage("10:33:00", "oncall", MadeCalls.OtherIncident, "e2"),
            MadeCalls.Accept("10:34:00", "bob")));

        Assert.All(incidents, i => Assert.Equal(2, Assert.Single(i.Timeline, s => s.Kind == TrailStepKind.Acknowledgement).Candidates));
        Assert.All(incidents, i => Assert.Null(i.TimeToAcknowledge.Seconds));
    }

    [Fact]
    public void One_engaged_before_the_incident_was_resolved_goes_before_an_incident_that_only_the_time_ties()
    {
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            s_plan.DeepClone().AsObject(), MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:01:00", "oncall"),
            MadeCalls.Start("10:20:00", MadeCalls.OtherIncident), MadeCalls.Resolve("10:30:00"), MadeCalls.Accept("10:32:00", "bob")));

        Assert.Equal([1920, null], incidents.Select(i => i.TimeToAcknowledge.Seconds));
        Assert.Equal(
            "bob is in the plan of oncall, which was engaged, as last seen in what was read; the incident was resolved before", incidents[0].AcknowledgedBasis);
    }

    [Fact]
    public void One_engaged_after_the_resolution_of_an_incident_that_was_deleted_does_not()
    {
        var deleted = MadeCalls.Rebuilt(
            s_plan.DeepClone().AsObject(), MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:30:00"), MadeCalls.Engage("10:31:00", "oncall"),
            MadeCalls.Call("10:31:30", "DeleteIncidentRecord", new { arn = MadeCalls.Incident }), MadeCalls.Accept("10:32:00", "bob"));

        Assert.Null(deleted.FirstAcknowledgedUtc);
    }

    [Theory]
    [InlineData("bob")]
    [InlineData("oncall")]
    public void An_engagement_of_no_incident_may_have_sent_what_a_plan_or_the_time_ties(string engaged)
    {
        var byPlan = MadeCalls.Rebuilt(
            s_plan.DeepClone().AsObject(), MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "oncall"),
            MadeCalls.Engage("10:01:00", engaged, incident: null, id: "e2"), MadeCalls.Accept("10:03:00", "bob"));
        var byTime = MadeCalls.Rebuilt(
            s_plan.DeepClone().AsObject(), MadeCalls.Start("10:00:00"),
            MadeCalls.Engage("10:01:00", engaged, incident: null, id: "e2"), MadeCalls.Accept("10:03:00", "bob"));

        Assert.All([byPlan, byTime], i => Assert.Equal(2, Assert.Single(i.Timeline, s => s.Kind == TrailStepKind.Acknowledgement).Candidates));
        Assert.All([byPlan, byTime], i => Assert.Null(i.TimeToAcknowledge.Seconds));
    }

    [Fact]
    public void One_of_no_incident_that_is_over_or_pages_others_did_not()
    {
        var incident = MadeCalls.Rebuilt(
            s_plan.DeepClone().AsObject(), MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "oncall"),
            MadeCalls.Engage("10:01:00", "carol", incident: null, id: "e2"), MadeCalls.Engage("10:01:00", "oncall", incident: null, id: "e3"),
            MadeCalls.Call("10:02:00", "StopEngagement", new { engagementId = MadeCalls.Contact("engagement", "oncall", "e3") }, source: "ssm-contacts"),
            MadeCalls.Accept("10:03:00", "bob"));

        Assert.Equal(180, incident.TimeToAcknowledge.Seconds);
    }

    [Fact]
    public void A_region_that_is_itself_inferred_ties_no_page_by_time()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Call("09:59:00", "StartIncident", new { responsePlanArn = MadeCalls.Plan }, region: "eu-west-1").Failing(),
            MadeCalls.Start("10:00:00"),
            MadeCalls.Call("10:01:00", "AcceptPage",
                new { pageId = "arn:aws:ssm-contacts:eu-west-1:111122223333:page/bob/p1", acceptType = "READ" }, source: "ssm-contacts", region: "eu-west-1"));

        Assert.Equal(2, incident.Timeline.Count);
        Assert.Null(incident.FirstAcknowledgedUtc);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("HIDDEN_DUE_TO_SECURITY_REASONS")]
    public void What_kind_of_acceptance_it_was_is_not_told_where_the_record_does_not_say(string? type) => Assert.Equal(
        "bob accepted the page to bob, the kind of acceptance is not recorded",
        MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"), MadeCalls.Accept("10:01:00", "bob", type!)).Timeline[^1].Text);

    [Theory]
    [InlineData("2026-05-06T10:20:00Z", false)]
    [InlineData("2026-05-06T10:40:00Z", true)]
    public void A_page_long_after_an_incident_was_resolved_is_not_of_its_engagement(string accepted, bool isLong)
    {
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:01:00", "bob"), MadeCalls.Resolve("10:30:00"), MadeCalls.Resolve("10:35:00"),
            MadeCalls.Start("2026-05-06T10:10:00Z", MadeCalls.OtherIncident), MadeCalls.Engage("2026-05-06T10:11:00Z", "oncall", MadeCalls.OtherIncident, "e2"),
            MadeCalls.Accept(accepted, "bob")));

        Assert.Equal(isLong ? [null, 1800] : [87600, null], incidents.Select(i => i.TimeToAcknowledge.Seconds));
    }

    [Fact]
    public void One_that_was_opened_again_long_after_pages_as_before()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:01:00", "bob"), MadeCalls.Resolve("10:30:00"),
            MadeCalls.Accept("2026-05-08T10:00:00Z", "bob"), MadeCalls.Update("2026-05-08T11:00:00Z", new { status = "OPEN" }),
            MadeCalls.Accept("2026-05-08T12:00:00Z", "bob", id: "p2"));

        Assert.Equal(Fixture.Utc("2026-05-08T12:00:00Z"), Assert.Single(incident.Timeline, s => s.Kind == TrailStepKind.Acknowledgement).TimeUtc);
        Assert.Equal("the page and an open engagement of this incident have the alias bob", incident.AcknowledgedBasis);
    }
}
