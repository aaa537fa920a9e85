using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents;

/// <summary>CloudTrail's times are whole seconds: what the order within one second decides is not told.</summary>
public sealed class SameSecondTests
{
    private static readonly string[] s_ids = ["00000000-0000-4000-8000-000000000001", "ffffffff-0000-4000-8000-000000000002"];

    [Fact]
    public void Who_of_two_started_it_is_not_told()
    {
        var incident = MadeCalls.Rebuilt(Start("10:00:00", "alice"), Start("10:00:00", "bob"), MadeCalls.Resolve("10:30:00"));

        Assert.Null(incident.StartedBy);
        Assert.Equal("by alice or by bob, in one second", incident.Began);
        Assert.Equal((2, 1800), (incident.StartCount, incident.TimeToResolve.Seconds));
        Assert.Contains("Who started it is not certain: alice or bob, whose calls completed in one second.", incident.Remarks);
        Assert.All(incident.Timeline.Take(2), s => Assert.Contains("which of them made the record is not known", s.Text));
    }

    [Theory]
    [InlineData("10:00:06", "StartEngagement of bob at ")]
    [InlineData("10:00:05", "StartEngagement of ann and bob at ")]
    public void Whom_it_engaged_first_is_told_and_of_several_in_one_second_all_are(string second, string told)
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "bob"), MadeCalls.Engage(second, "ann", id: "e2"));

        Assert.Contains(told, incident.TimeToEngage.Basis);
    }

    [Fact]
    public void Of_one_callers_two_starts_the_caller_is_told()
    {
        var incident = MadeCalls.Rebuilt(Start("10:00:00", "alice"), Start("10:00:00", "alice"));

        Assert.Equal(("alice", "by alice"), (incident.StartedBy, incident.Began));
    }

    [Fact]
    public void Of_two_starts_the_title_trigger_and_detection_are_told_where_they_agree()
    {
        var differing = MadeCalls.Rebuilt(
            Start("10:00:00", "alice", "one", Trigger("a", "2026-05-05T09:58:00Z")),
            Start("10:00:00", "alice", "two", Trigger("b", "2026-05-05T09:59:00Z")));
        var oneSays = MadeCalls.Rebuilt(Start("10:00:00", "alice", "one"), Start("10:00:00", "alice"));
        var agreeing = MadeCalls.Rebuilt(
            Start("10:00:00", "alice", "one", Trigger("a", "2026-05-05T09:58:00Z")),
            Start("10:00:00", "alice", "one", Trigger("a", "2026-05-05T09:58:00Z")));

        Assert.Equal((null, null, null), (differing.Title, differing.TriggerArn, differing.DetectionTimeUtc));
        Assert.Contains("The title is not certain: one or two, set in one second.", differing.Remarks);
        Assert.Null(oneSays.Title);
        Assert.Equal(("one", Alarm("a")), (agreeing.Title, agreeing.TriggerArn));
        Assert.NotNull(agreeing.DetectionTimeUtc);
    }

    [Fact]
    public void Where_very_many_started_it_each_is_not_compared_with_each()
    {
        const int many = 20_000;
        var incident = MadeCalls.Rebuilt(Enumerable.Range(0, many).Select(_ => MadeCalls.Start("10:00:00")));

        Assert.Equal((null, many), (incident.Title, incident.StartCount));
        Assert.Equal(many, incident.Timeline.Count);
    }

    [Fact]
    public void A_start_later_than_the_first_changes_nothing_of_it()
    {
        var incident = MadeCalls.Rebuilt(Start("10:00:00", "alice", "one"), Start("10:00:01", "bob", "two"));

        Assert.Equal(("alice", "one"), (incident.StartedBy, incident.Title));
    }

    [Fact]
    public void Who_of_two_resolved_it_is_not_told()
    {
        var incident = MadeCalls.Rebuilt(Start("10:00:00", "alice"), Status("10:30:00", "RESOLVED", "alice"), Status("10:30:00", "RESOLVED", "bob"));

        Assert.Null(incident.ResolvedBy);
        Assert.Equal(("RESOLVED", 1800), (incident.Status, incident.TimeToResolve.Seconds));
        Assert.Contains("Who resolved it last is not certain: alice or bob.", incident.Remarks);
    }

    [Fact]
    public void What_was_resolved_and_is_opened_in_one_second_with_a_resolution_was_reopened()
    {
        var calls = new[] { Start("10:00:00", "alice"), MadeCalls.Resolve("10:10:00"), Status("10:20:00", "OPEN"), Status("10:20:00", "RESOLVED") };

        var incident = MadeCalls.Rebuilt(calls);
        var opened = MadeCalls.Rebuilt([.. calls, Status("10:30:00", "OPEN")]);
        var resolved = MadeCalls.Rebuilt([.. calls, Status("10:30:00", "RESOLVED")]);

        Assert.Equal((1, null), (incident.ReopenCount, incident.Status));
        Assert.Null(incident.LastResolvedUtc);
        Assert.Equal((1, "OPEN"), (opened.ReopenCount, opened.Status));
        // Resolved at 10:20:00, and set so again; or opened last then, and resolved at 10:30:00.
        Assert.Equal((1, "RESOLVED"), (resolved.ReopenCount, resolved.Status));
        Assert.Equal((null, "alice", null), (resolved.LastResolvedUtc, resolved.ResolvedBy, resolved.TimeToResolve.Seconds));
        Assert.Equal(600, resolved.TimeToFirstResolve.Seconds);
        Assert.StartsWith("not known: ", resolved.TimeToResolve.Basis);
        Assert.Contains("When it was last resolved is not certain: calls of one second set different statuses.", resolved.Remarks);
    }

    [Fact]
    public void What_was_resolved_within_a_second_and_is_open_later_was_reopened()
    {
        var incident = MadeCalls.Rebuilt(
            Start("10:00:00", "alice"), Status("10:10:00", "OPEN"), Status("10:10:00", "RESOLVED"), Status("10:20:00", "OPEN"));

        Assert.Equal((1, "OPEN"), (incident.ReopenCount, incident.Status));
        Assert.Equal(incident.FirstResolvedUtc, incident.LastResolvedUtc);
        Assert.Equal("open again, as far as was read; since when depends on the order of calls within a second", incident.TimeToResolve.Basis);
    }

    [Fact]
    public void A_status_that_nobody_knows_after_a_resolution_does_not_hide_it()
    {
        var incident = MadeCalls.Rebuilt(Start("10:00:00", "alice"), MadeCalls.Resolve("10:10:00"), Status("10:20:00", "CLOSED"));

        Assert.Equal("resolved at 2026-05-05T10:10:00Z, and set to another status since", incident.TimeToResolve.Basis);
    }

    [Fact]
    public void Who_of_two_acknowledged_first_is_not_told()
    {
        var engaged = new[] { Start("10:00:00", "alice"), MadeCalls.Engage("10:01:00", "oncall") };

        var incident = MadeCalls.Rebuilt([.. engaged, MadeCalls.Accept("10:02:00", "oncall", id: "p1", by: "bob"), MadeCalls.Accept("10:02:00", "oncall", id: "p2", by: "carol")]);
        var surer = MadeCalls.Rebuilt([.. engaged, MadeCalls.Accept("10:02:00", "oncall", by: "bob"), MadeCalls.Accept("10:02:00", "another", by: "carol")]);

        Assert.Equal((null, "oncall", 120), (incident.AcknowledgedBy, incident.PagedContact, incident.TimeToAcknowledge.Seconds));
        Assert.Contains("Who acknowledged first is not certain: bob or carol, in one second.", incident.Remarks);
        Assert.Equal(("bob", "oncall"), (surer.AcknowledgedBy, surer.PagedContact));
    }

    [Fact]
    public void Of_two_edits_of_a_note_neither_is_the_last()
    {
        var made = new[] { Start("10:00:00", "alice"), MadeCalls.Note("10:01:00", "n1", "first", claimed: "2026-05-05T10:01:00Z") };

        var edited = Assert.Single(MadeCalls.Rebuilt([.. made, Edit("10:02:00", "one"), Edit("10:02:00", "two")]).Notes);
        var alike = Assert.Single(MadeCalls.Rebuilt([.. made, Edit("10:02:00", "one"), Edit("10:02:00", "one")]).Notes);
        var atOnce = Assert.Single(MadeCalls.Rebuilt([.. made, Edit("10:01:00", "one")]).Notes);
        var dated = Assert.Single(MadeCalls.Rebuilt([.. made, Edit("10:02:00", null, "2026-05-04T10:00:00Z"), Edit("10:02:00", null, "2026-05-05T10:00:00Z")]).Notes);

        Assert.Equal("text not certain: edits of one second set different ones", edited.Text);
        Assert.Equal(["first", "one", "two"], edited.Revisions.Select(r => r.Text).Order());
        Assert.Equal("one", alike.Text);
        Assert.Equal("one", atOnce.Text);
        Assert.Equal(("first", null, null), (dated.Text, dated.ClaimedTimeUtc, dated.Dating));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_was_written_after_a_second_that_resolved_it_was_written_after_a_resolution(int first)
    {
        var incident = MadeCalls.Rebuilt(
            Start("10:00:00", "alice"), MadeCalls.Note("10:01:00", "n1", "first"), Status("10:10:00", "OPEN").With("eventID", s_ids[first]),
            Status("10:10:00", "RESOLVED").With("eventID", s_ids[1 - first]), Edit("10:20:00", "one"),
            MadeCalls.Engage("10:05:00", "oncall"), MadeCalls.Accept("10:15:00", "oncall"));

        Assert.True(Assert.Single(incident.Notes).TouchedAfterResolution);
        Assert.Equal("the page and an open engagement of this incident have the alias oncall", incident.AcknowledgedBasis);
    }

    [Fact]
    public void The_accounts_that_received_copies_of_a_call_are_named()
    {
        var start = Start("10:00:00", "alice").With("sharedEventID", "s1");
        var copy = Start("10:00:00", "alice").With("sharedEventID", "s1").With("recipientAccountId", "444455556666");

        Assert.Equal(["111122223333", "444455556666"], MadeCalls.Rebuilt(start, copy).AccountIds);
    }

    // A service has no account by which its own copy would be known.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_a_services_copies_that_of_the_incidents_account_counts(int first)
    {
        var service = new { type = "AWSService", invokedBy = "ssm-incidents.amazonaws.com" };
        var engage = MadeCalls.Engage("10:01:00", "oncall").With("userIdentity", service).With("sharedEventID", "s1").With("eventID", s_ids[first]);
        var copy = MadeCalls.Engage("10:01:00", "oncall").With("userIdentity", service).With("sharedEventID", "s1").With("eventID", s_ids[1 - first])
            .With("recipientAccountId", "444455556666");

        var step = MadeCalls.Rebuilt(Start("10:00:00", "alice"), copy, engage).Timeline[1];

        Assert.Equal("111122223333", step.Event.RecipientAccountId);
        Assert.Equal(2, step.Records.Count);
    }

    // One id is of two records, as in AWS's own samples.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_that_completes_one_of_two_with_its_id_completes_that_of_its_action(bool reversed)
    {
        var engage = MadeCalls.Engage("10:01:00", "oncall").With("eventID", s_ids[0]);
        var read = MadeCalls.Call("10:01:00", "GetIncidentRecord", new { arn = MadeCalls.Incident }).With("eventID", s_ids[0]);
        var completing = MadeCalls.Engage("10:01:00", "oncall").With("eventID", s_ids[1])
            .With("addendum", new { reason = "UPDATED_DATA", originalEventID = s_ids[0] });
        JsonObject[] calls = [engage, read, completing];

        var incident = MadeCalls.Rebuilt(reversed ? Enumerable.Reverse(calls) : calls);

        Assert.Equal((2, 1, 1), (incident.EventCount, incident.ChangeCount, incident.ReadCount));
        Assert.Equal(2, Assert.Single(incident.Timeline).Records.Count);
    }

    private static string Alarm(string name) => $"arn:aws:cloudwatch:us-east-1:111122223333:alarm:{name}";

    private static object Trigger(string alarm, string time) => new { source = "aws.cloudwatch", triggerArn = Alarm(alarm), timestamp = time };

    private static JsonObject Start(string time, string by, string? title = null, object? triggerDetails = null) =>
        MadeCalls.Call(time, "StartIncident", new { responsePlanArn = MadeCalls.Plan, title, triggerDetails }, new { incidentRecordArn = MadeCalls.Incident }, by);

    private static JsonObject Status(string time, string status, string by = "alice") => MadeCalls.Update(time, new { status }, by: by);

    private static JsonObject Edit(string time, string? text, string? claimed = null) => MadeCalls.Call(time, "UpdateTimelineEvent",
        text is null
            ? new { eventId = "n1", incidentRecordArn = MadeCalls.Incident, eventTime = claimed }
            : new { eventId = "n1", incidentRecordArn = MadeCalls.Incident, eventData = $"\"{text}\"" });

    [Fact]
    public void A_read_that_failed_shares_its_second_with_a_change_beside_it()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:01:00", "bob"),
            MadeCalls.Call("10:05:00", "GetIncidentRecord", new { arn = MadeCalls.Incident }).Failing(),
            MadeCalls.Call("10:05:00", "UpdateContact", new { contactId = MadeCalls.Contact("contact", "bob"), displayName = "Bob" }, source: "ssm-contacts"));

        Assert.Equal([false, false, true, true], incident.GetTimeline(reads: false, changes: false).Select(s => s.SameSecond));
    }
}
