namespace IncidentTrail.Tests.Incidents.Steps;

public sealed class AcknowledgementTests
{
    [Fact]
    public void An_acceptance_that_fits_two_incidents_is_in_both_and_feeds_neither()
    {
        var incidents = Fixture.Incidents("overlapping-incidents");

        Assert.Equal(2, incidents.Count);
        Assert.All(incidents, i => Assert.Equal(2, Fixture.Step(i, "acceptance that fits both").Candidates));
        Assert.Null(incidents[0].TimeToAcknowledge.Seconds);
        Assert.Null(incidents[0].FirstAcknowledgedUtc);
        Assert.Contains("-IncludeInferred", incidents[0].AcknowledgedBasis);
        Assert.Equal(780, incidents[1].TimeToAcknowledge.Seconds);
        Assert.Equal(1, Fixture.Step(incidents[1], "acceptance that fits the second").Candidates);
        Assert.DoesNotContain(incidents[0].Timeline, s => s.TimeUtc == Fixture.Utc("2026-02-03T09:15:00Z"));
    }

    [Fact]
    public void What_fits_two_is_counted_where_that_is_asked_for()
    {
        var incidents = Fixture.Incidents(
            Fixture.PathOf("overlapping-incidents"), new TrailIncidentQuery { IncludeInferred = true });

        Assert.Equal([210, 90], incidents.Select(i => i.TimeToAcknowledge.Seconds));
        Assert.All(incidents, i => Assert.Equal(TrailLink.Inferred, i.TimeToAcknowledge.Link));
    }

    [Theory]
    [InlineData("10:40:00", 2)]
    [InlineData("10:30:00", 1)]
    [InlineData("10:20:00", 1)]
    public void An_engagement_made_after_its_incident_was_resolved_pages_as_one_of_an_open_incident_does(string engagedAgain, int candidates)
    {
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:30:00"), MadeCalls.Engage(engagedAgain, "bob"), MadeCalls.Resolve("10:45:00"),
            MadeCalls.Start("10:50:00", MadeCalls.OtherIncident), MadeCalls.Engage("10:51:00", "bob", MadeCalls.OtherIncident, "e2"),
            MadeCalls.Accept("10:52:00", "bob")));

        Assert.Equal(candidates, Assert.Single(incidents[1].Timeline, s => s.Event.EventName == "AcceptPage").Candidates);
        Assert.Equal(candidates > 1, incidents[1].TimeToAcknowledge.Seconds is null);
        Assert.Equal(candidates > 1, incidents[0].Timeline.Any(s => s.LinkBasis.EndsWith("which was made after the incident was resolved", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_engagement_that_a_reopening_followed_pages_no_longer_once_its_incident_is_resolved_again()
    {
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:30:00"), MadeCalls.Engage("10:31:00", "bob"),
            MadeCalls.Update("10:32:00", new { status = "OPEN" }), MadeCalls.Resolve("10:45:00"),
            MadeCalls.Start("10:50:00", MadeCalls.OtherIncident), MadeCalls.Engage("10:51:00", "bob", MadeCalls.OtherIncident, "e2"),
            MadeCalls.Accept("10:52:00", "bob")));

        Assert.Equal(120, incidents[1].TimeToAcknowledge.Seconds);
        Assert.DoesNotContain(incidents[0].Timeline, s => s.Event.EventName == "AcceptPage");
    }

    [Fact]
    public void A_contact_of_the_escalation_plan_goes_before_one_that_only_the_time_ties()
    {
        var incident = Fixture.Incident("escalation-plan");

        Assert.StartsWith("time only", Fixture.Step(incident, "acceptance by time only").LinkBasis);
        Assert.Equal(("IncidentCommander/martha_rivera", "martha_rivera"), (incident.AcknowledgedBy, incident.PagedContact));
        Assert.StartsWith("martha_rivera is in the plan of checkout-oncall", incident.AcknowledgedBasis);
        Assert.Equal(450, incident.TimeToAcknowledge.Seconds);
        Assert.Contains(incident.Remarks, r => r.Contains("by jane_roe is not counted as the acknowledgement"));
    }

    [Fact]
    public void Only_a_successful_READ_acknowledges_whoever_calls()
    {
        var incident = Fixture.Incident("page-acceptance");

        Assert.Equal(("mary_major", "nikki_wolf"), (incident.AcknowledgedBy, incident.PagedContact));
        Assert.Equal(190, incident.TimeToAcknowledge.Seconds);
        Assert.Equal(TrailStepKind.Delivery, Fixture.Step(incident, "delivered").Kind);
        Assert.True(Fixture.Step(incident, "wrong code").Failed);
        var ignored = Fixture.Step(incident, "accepted by another, code ignored");
        Assert.Equal("IGNORE", ignored.AcceptCodeValidation);
        Assert.Contains("(IGNORE)", ignored.Text);
        Assert.All(incident.Timeline.Where(s => s.Event.EventName == "AcceptPage"), s => Assert.Equal(TrailLink.Inferred, s.Link));
    }

    [Fact]
    public void Without_any_acceptance_it_says_what_was_read_and_what_leaves_no_trace()
    {
        var incident = Fixture.Incident("never-acknowledged");

        Assert.Equal(
            "no AcceptPage in what was read that fits this incident; replies by SMS or voice may leave none",
            incident.TimeToAcknowledge.ToString());
        Assert.Null(incident.AcknowledgedBy);
        Assert.Equal(5, incident.TimeToEngage.Seconds);
    }

    [Fact]
    public void A_page_of_the_same_alias_in_another_account_does_not_fit()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"), MadeCalls.Accept("10:03:00", "bob", account: "999999999999"));

        Assert.Null(incident.FirstAcknowledgedUtc);
    }

    [Fact]
    public void An_engagement_of_no_incident_may_have_sent_the_page_as_well()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"),
            MadeCalls.Engage("10:01:00", "bob", incident: null, id: "e2"), MadeCalls.Accept("10:03:00", "bob"));

        Assert.Equal(2, incident.Timeline.Single(s => s.Kind == TrailStepKind.Acknowledgement).Candidates);
        Assert.Null(incident.TimeToAcknowledge.Seconds);
    }

    [Fact]
    public void An_acceptance_before_the_engagement_or_after_its_end_is_not_of_its_alias()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Accept("10:00:02", "bob", id: "early"), MadeCalls.Engage("10:00:05", "bob"),
            MadeCalls.Call("10:10:00", "StopEngagement", new { engagementId = MadeCalls.Contact("engagement", "bob", "e1") }, source: "ssm-contacts"),
            MadeCalls.Accept("10:20:00", "bob", id: "late"));

        var acknowledged = incident.Timeline.Where(s => s.Kind == TrailStepKind.Acknowledgement).ToList();
        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged, s => Assert.StartsWith("time only", s.LinkBasis));
    }

    [Fact]
    public void A_page_to_somebody_whom_nothing_engaged_says_so_where_it_is_tied_by_time() =>
        Assert.Equal(
            "time only: the incident was open; carol is in no engagement of it; whom the plan of bob pages is not in what was read",
            MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"), MadeCalls.Accept("10:03:00", "carol")).AcknowledgedBasis);

    [Theory]
    [InlineData("2026-05-06T10:00:05Z", 1)]
    [InlineData("2026-05-06T10:00:06Z", 0)]
    [InlineData("2026-05-09T10:00:00Z", 0)]
    public void A_page_is_tied_by_time_for_a_day_after_the_incident_last_engaged_somebody(string time, int expected)
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"), MadeCalls.Accept(time, "somebody"));

        Assert.Equal(expected, incident.Timeline.Count(s => s.Kind == TrailStepKind.Acknowledgement));
        Assert.Equal(expected == 0, incident.FirstAcknowledgedUtc is null);
    }

    [Fact]
    public void A_page_after_the_resolution_is_not_tied_by_time_until_the_incident_is_opened_again()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:05:00"), MadeCalls.Accept("10:10:00", "somebody", id: "resolved"),
            MadeCalls.Update("10:20:00", new { status = "OPEN" }), MadeCalls.Accept("10:30:00", "somebody", id: "opened"));

        Assert.Equal(Fixture.Utc("2026-05-05T10:30:00Z"), Assert.Single(incident.Timeline, s => s.Kind == TrailStepKind.Acknowledgement).TimeUtc);
    }

    [Fact]
    public void An_escalation_plan_that_names_itself_ends()
    {
        var plan = new { stages = new[] { new { targets = new[] { new { contactTargetInfo = new { contactId = MadeCalls.Contact("contact", "oncall") } } } } } };
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Call("09:00:00", "CreateContact", new { alias = "oncall", type = "ESCALATION", plan },
                new { contactArn = MadeCalls.Contact("contact", "oncall") }, source: "ssm-contacts"),
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "oncall"), MadeCalls.Accept("10:01:00", "bob"));

        Assert.StartsWith("time only", incident.AcknowledgedBasis);
    }

    [Fact]
    public void Whom_a_rotation_pages_is_found_through_the_schedule()
    {
        var rotation = "arn:aws:ssm-contacts:us-east-1:111122223333:rotation/r1";
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Call("08:00:00", "CreateRotation", new { name = "week", contactIds = new[] { MadeCalls.Contact("contact", "bob") } },
                new { rotationArn = rotation }, source: "ssm-contacts"),
            MadeCalls.Call("09:00:00", "CreateContact", new { alias = "schedule", type = "ONCALL_SCHEDULE", plan = new { rotationIds = new[] { rotation } } },
                new { contactArn = MadeCalls.Contact("contact", "schedule") }, source: "ssm-contacts"),
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "schedule"), MadeCalls.Accept("10:01:00", "bob"));

        Assert.StartsWith("bob is in the plan of schedule", incident.AcknowledgedBasis);
    }

    [Theory]
    [InlineData("1010", true)]
    [InlineData("1015", true)]
    [InlineData("1016", false)]
    public void What_is_missing_within_a_quarter_of_an_hour_of_the_newest_delivery_may_not_have_arrived(string delivered, bool expected)
    {
        var folder = Directory.CreateTempSubdirectory("incidents-");
        try
        {
            var log = Path.Combine(folder.FullName, $"111122223333_CloudTrail_us-east-1_20260505T{delivered}Z_abcdefghijklmnop.json");
            File.WriteAllText(log, "{\"Records\":[" + MadeCalls.Start("10:00:00").ToJsonString() + "]}");

            var incident = Assert.Single(Fixture.Incidents(log, new TrailIncidentQuery()));

            var said = $"may not have arrived (the newest log was delivered at 2026-05-05T{delivered[..2]}:{delivered[2..]}Z)";
            Assert.Equal(expected, incident.AcknowledgedBasis.Contains(said));
            Assert.Equal(expected, incident.TimeToEngage.ToString().Contains(said));
            Assert.Equal(expected, incident.TimeToResolve.ToString().Contains(said));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
