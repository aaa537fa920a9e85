namespace IncidentTrail.Tests.Incidents.Files;

public sealed class BeginningTests
{
    [Theory]
    [InlineData("ssm-incidents.alarms.cloudwatch.amazonaws.com", null, TrailIncidentOrigin.Alarm)]
    [InlineData("events.amazonaws.com", null, TrailIncidentOrigin.EventRule)]
    [InlineData("ssm-incidents.amazonaws.com", "arn:aws:cloudwatch:us-east-1:111122223333:alarm:cpu", TrailIncidentOrigin.Alarm)]
    [InlineData("ssm-incidents.amazonaws.com", "arn:aws:events:us-east-1:111122223333:rule/deploy", TrailIncidentOrigin.EventRule)]
    [InlineData("ssm-incidents.amazonaws.com", null, TrailIncidentOrigin.Service)]
    public void What_a_service_began_is_an_alarms_or_a_rules_by_the_service_or_by_what_it_names(string service, string? trigger, TrailIncidentOrigin expected)
    {
        var start = MadeCalls.Start("10:00:00").With("userIdentity", new { type = "AWSService", invokedBy = service })
            .With("requestParameters", new { responsePlanArn = MadeCalls.Plan, triggerDetails = new { source = "aws", triggerArn = trigger } });

        var incident = MadeCalls.Rebuilt(start);

        Assert.Equal((expected, trigger), (incident.Origin, incident.TriggerArn));
    }

    [Fact]
    public void An_alarm_starts_it_once_and_asks_again()
    {
        var incident = Fixture.Incident("started-by-alarm");

        Assert.Equal(TrailIncidentOrigin.Alarm, incident.Origin);
        Assert.Equal("by alarm checkout-5xx-high", incident.Began);
        Assert.Equal(Fixture.Utc("2026-01-14T03:10:09Z"), incident.StartTimeUtc);
        Assert.Equal(Fixture.Utc("2026-01-14T03:09:58Z"), incident.DetectionTimeUtc);
        Assert.Equal(2, incident.StartCount);
        Assert.Contains("the record existed already", Fixture.Step(incident, "started again").Text);
    }

    [Fact]
    public void A_throttled_start_is_a_failed_attempt_and_not_the_beginning()
    {
        var step = Fixture.Step(Fixture.Incident("started-by-alarm"), "throttled");

        Assert.True(step.Failed);
        Assert.Equal((TrailLink.Inferred, "the same trigger as the start"), (step.Link, step.LinkBasis));
    }

    [Fact]
    public void An_event_rule_starts_it_in_a_customers_role_after_a_person_was_denied()
    {
        var incident = Fixture.Incident("started-by-event-rule");

        Assert.Equal(TrailIncidentOrigin.EventRule, incident.Origin);
        Assert.Equal("by event rule checkout-task-stopped", incident.Began);
        Assert.Equal(Fixture.Utc("2026-01-15T12:00:01Z"), incident.DetectionTimeUtc);
        Assert.Equal(1, incident.FailureCount);
        Assert.Equal("john_stiles tried to start an incident and failed (AccessDeniedException)", Fixture.Step(incident, "denied").Text);
    }

    [Fact]
    public void What_a_person_writes_about_a_trigger_makes_nobody_an_alarm()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Call("10:00:00", "StartIncident",
            new
            {
                responsePlanArn = MadeCalls.Plan,
                triggerDetails = new { source = "aws.cloudwatch", timestamp = 1777975190, triggerArn = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:high" },
            },
            new { incidentRecordArn = MadeCalls.Incident }));

        Assert.Equal(TrailIncidentOrigin.Person, incident.Origin);
        Assert.Equal("by alice, for alarm high", incident.Began);
    }

    [Fact]
    public void An_incident_of_two_Regions_is_one()
    {
        var incident = Fixture.Incident("other-region");

        Assert.Equal(["eu-west-1", "us-east-1"], incident.Regions);
        Assert.Equal("RESOLVED", incident.Status);
        Assert.Equal(Fixture.Utc("2026-01-16T09:20:00Z"), incident.StatusAsOfUtc);
        Assert.Equal(4780, incident.TimeToResolve.Seconds);
    }

    [Fact]
    public void A_beginning_that_was_not_read_is_before_what_was_read()
    {
        var incident = Fixture.Incident("beginning-missing");

        Assert.Equal("before what was read", incident.Began);
        Assert.Null(incident.StartTimeUtc);
        Assert.Equal(0, incident.StartCount);
        Assert.Null(incident.TimeToResolve.Seconds);
        Assert.Equal("not known: the incident began before what was read", incident.TimeToResolve.ToString());
        Assert.Equal(Fixture.Utc("2026-01-17T10:45:00Z"), incident.LastResolvedUtc);
        Assert.Contains(incident.Remarks, r => r.Contains("its StartIncident is not in what was read"));
    }

    [Fact]
    public void A_start_that_other_calls_precede_is_a_repetition()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Update("10:00:00", new { impact = 1 }), MadeCalls.Start("10:05:00", impact: 4), MadeCalls.Resolve("10:30:00"));

        Assert.Equal("before what was read", incident.Began);
        Assert.Equal(1, incident.Impact);
        Assert.Null(incident.TimeToResolve.Seconds);
        Assert.Contains(incident.Remarks, r => r.StartsWith("The first StartIncident read", StringComparison.Ordinal));
    }

    [Fact]
    public void A_span_that_ends_before_it_begins_is_a_fault()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Engage("09:59:58", "bob"), MadeCalls.Start("10:00:00"));

        Assert.Equal(-2, incident.TimeToEngage.Seconds);
        Assert.True(incident.TimeToEngage.IsFault);
        Assert.Equal("-2 s (fault: ends before it begins)", incident.TimeToEngage.ToString());
    }

    [Fact]
    public void What_ends_before_a_repetition_of_the_start_is_no_fault_since_the_incident_began_before()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Engage("08:59:00", "bob"), MadeCalls.Accept("08:59:30", "bob"), MadeCalls.Resolve("09:00:00"), MadeCalls.Start("10:00:00"));

        Assert.All(
            [incident.TimeToEngage, incident.TimeToAcknowledge, incident.TimeToFirstResolve, incident.TimeToResolve],
            span => Assert.Equal("not known: the incident began before what was read, and the StartIncident read is a repetition", span.ToString()));
        Assert.Equal((null, null, null, null), (
            incident.TimeToEngageSeconds, incident.TimeToAcknowledgeSeconds, incident.TimeToFirstResolveSeconds, incident.TimeToResolveSeconds));
        Assert.False(incident.TimeToResolve.IsFault);
    }

    [Fact]
    public void A_retry_with_the_same_token_changes_nothing()
    {
        var incident = Fixture.Incident("client-token-retry");

        Assert.Equal((1, 2, 4), (incident.StartCount, incident.RetryCount, incident.ChangeCount));
        Assert.True(Fixture.Step(incident, "start retried").IsRetry);
        Assert.Equal(2, incident.Notes.Count);
        Assert.Equal(Fixture.Utc("2026-01-18T07:30:00Z"), incident.StartTimeUtc);
    }

    [Fact]
    public void A_masked_token_makes_no_two_calls_one()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"),
            MadeCalls.Update("10:01:00", new { impact = 1, clientToken = "HIDDEN_DUE_TO_SECURITY_REASONS" }),
            MadeCalls.Update("10:02:00", new { impact = 2, clientToken = "HIDDEN_DUE_TO_SECURITY_REASONS" }));

        Assert.Equal((0, 2), (incident.RetryCount, incident.Impact));
    }

    [Fact]
    public void The_span_over_a_clock_change_is_that_of_UTC()
    {
        var incident = Fixture.Incident("autumn-clock-change");

        Assert.Equal((720, 3300), (incident.TimeToAcknowledge.Seconds, incident.TimeToResolve.Seconds));
        Assert.Equal(
            incident.Timeline.Select(s => s.TimeUtc).Order(), incident.Timeline.Select(s => s.TimeUtc));
    }

    [Fact]
    public void Failed_calls_alone_make_no_incident()
    {
        Assert.Empty(Fixture.Rebuild(MadeCalls.Events(MadeCalls.Resolve("10:00:00").Failing())));
    }

    [Fact]
    public void Reads_alone_show_that_the_record_exists_and_change_nothing()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Call("10:00:00", "GetIncidentRecord", new { arn = MadeCalls.Incident }));

        Assert.Equal((1, 1, 0), (incident.EventCount, incident.ReadCount, incident.ChangeCount));
        Assert.Null(incident.Status);
        Assert.Empty(incident.Timeline);
    }
}
