namespace IncidentTrail.Tests.Incidents.Changes;

public sealed class ChangesBeforeTests
{
    private static readonly TrailIncident s_incident = Fixture.Incident("changed-the-day-before", TimeSpan.FromDays(7));

    [Fact]
    public void The_trail_comes_first_then_what_is_the_incidents_then_the_rest()
    {
        Assert.Equal(
            [
                "StopLogging", "StartLogging",
                "DeleteContactChannel", "CreateContactChannel", "ActivateContactChannel", "UpdateResponsePlan", "UpdateDeletionProtection",
                "DisableAlarmActions", "DisableRule", "DisableKey", "DetachRolePolicy", "UpdateContactChannel", "UpdateResponsePlan", "DeactivateContactChannel",
            ],
            s_incident.ChangesBefore.Select(c => c.Event.EventName));
        Assert.Equal(s_incident.ChangesBefore.OrderBy(c => c.Scope).ThenBy(c => c.TimeUtc), s_incident.ChangesBefore);
    }

    [Fact]
    public void Each_says_what_it_rests_on()
    {
        var deleted = s_incident.ChangesBefore.Single(c => c.Event.EventName == "DeleteContactChannel");

        Assert.Equal("richard_roe deleted a contact channel of nikki_wolf", deleted.Text);
        Assert.Equal((TrailChangeScope.Incident, TrailLink.Certain), (deleted.Scope, deleted.Link));
        Assert.Equal("contact nikki_wolf was engaged in this incident", deleted.Basis);
        Assert.Equal(54_000, deleted.SecondsBefore);
        Assert.Contains(
            s_incident.ChangesBefore, c => c.Text.EndsWith("changed the response plan checkout (engagements emptied)", StringComparison.Ordinal));
        Assert.All(s_incident.ChangesBefore, c => Assert.DoesNotContain("cause", c.Text + c.Basis));
    }

    [Fact]
    public void Another_plan_and_another_contact_are_the_rest_and_a_denied_deletion_is_none()
    {
        Assert.Equal(
            ["IncidentCommander/martha_rivera changed a contact channel of martha_rivera (deliveryAddress)",
             "richard_roe changed the response plan game-day (displayName)", "richard_roe deactivated a contact channel of jane_roe"],
            s_incident.ChangesBefore.Where(c => c.Scope == TrailChangeScope.Other).Skip(4).Select(c => c.Text));
        Assert.DoesNotContain(s_incident.ChangesBefore, c => c.Event.EventName == "DeleteContact");
    }

    [Fact]
    public void Addresses_and_codes_are_not_among_the_words()
    {
        Assert.NotEmpty(s_incident.ChangesBefore);
        Assert.All(s_incident.ChangesBefore, c =>
        {
            Assert.DoesNotContain("555", c.Text);
            Assert.DoesNotContain("@", c.Text);
            Assert.DoesNotContain("481516", c.Text);
        });
    }

    [Fact]
    public void A_runbook_that_names_the_incident_is_a_step_of_it()
    {
        var step = Fixture.Step(s_incident, "runbook on the incident");

        Assert.Equal((TrailStepKind.Automation, TrailLink.Certain), (step.Kind, step.Link));
    }

    [Fact]
    public void Without_a_look_back_other_services_changes_are_not_read_and_it_says_so()
    {
        var incident = Fixture.Incident("changed-the-day-before");

        Assert.DoesNotContain(incident.ChangesBefore, c => c.Scope == TrailChangeScope.Trail);
        Assert.Contains(incident.Remarks, r => r.Contains("-LookBack reads them"));
    }

    [Fact]
    public void Without_a_look_back_the_changes_of_seven_days_are_told()
    {
        var incident = Fixture.Rebuild(MadeCalls.Events(
            MadeCalls.Call("2026-04-28T09:59:59Z", "UpdateResponsePlan", new { arn = MadeCalls.Plan, displayName = "early" }),
            MadeCalls.Call("2026-04-28T10:00:01Z", "UpdateResponsePlan", new { arn = MadeCalls.Plan, displayName = "late" }),
            MadeCalls.Start("10:00:00")), new TrailIncidentQuery()).Single();

        Assert.Equal(Fixture.Utc("2026-04-28T10:00:01Z"), Assert.Single(incident.ChangesBefore).TimeUtc);
    }

    [Fact]
    public void A_shorter_look_back_sees_less()
    {
        var incident = Fixture.Incident("changed-the-day-before", TimeSpan.FromHours(15));

        Assert.Equal(Fixture.Utc("2026-03-02T18:00:00Z"), incident.ChangesBefore.Min(c => c.TimeUtc));
    }

    [Fact]
    public void It_says_from_when_on_changes_are_known() =>
        Assert.Contains(s_incident.Remarks, r => r.StartsWith("Changes before it are known from 2026-03-02T17:00:00Z on", StringComparison.Ordinal));

    [Fact]
    public void The_window_is_read_that_much_earlier_and_only_the_events_wanted_of_other_services()
    {
        var start = Fixture.Utc("2026-03-03T00:00:00Z");
        var reading = IncidentReconstruction.ReadingFor(new TrailQuery { StartTimeUtc = start }, TimeSpan.FromDays(2));

        Assert.Equal(start.AddDays(-2), reading.StartTimeUtc);
        var kept = Fixture.Events(Path.Combine(Repository.Root, "tests", "data", "trail"),
            IncidentReconstruction.ReadingFor(new TrailQuery(), TimeSpan.FromDays(7)), new TrailCoverage());
        Assert.DoesNotContain(kept, e => e.EventName is "Decrypt" or "DescribeAlarms" or "ListRoles");
        Assert.Contains(kept, e => e.EventName == "StartAutomationExecution");
    }

    [Fact]
    public void A_look_back_to_before_all_time_reads_what_there_is()
    {
        var query = new TrailQuery { StartTimeUtc = Fixture.Utc("2026-03-10T00:00:00Z") };

        var incidents = Fixture.Incidents(Path.Combine(Repository.Root, "tests", "data", "trail"),
            new TrailIncidentQuery { Filter = query, LookBack = TimeSpan.MaxValue });

        Assert.Contains(Assert.Single(incidents).Remarks, remark => remark.Contains("would reach further back"));
    }

    [Fact]
    public void An_incident_before_the_window_is_not_chosen_by_the_wider_reading()
    {
        var query = new TrailQuery { StartTimeUtc = Fixture.Utc("2026-03-10T00:00:00Z") };

        var incidents = Fixture.Incidents(Path.Combine(Repository.Root, "tests", "data", "trail"),
            new TrailIncidentQuery { Filter = query, LookBack = TimeSpan.FromDays(7) });

        Assert.Equal("checkout", Assert.Single(incidents).ResponsePlan);
        Assert.Equal(4, incidents[0].ChangesBefore.Count);
    }
}
