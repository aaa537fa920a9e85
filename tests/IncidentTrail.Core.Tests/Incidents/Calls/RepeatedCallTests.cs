namespace IncidentTrail.Tests.Incidents.Calls;

/// <summary>A client token makes one call of those that ask for the same; a token that somebody gives every call makes none of others.</summary>
public sealed class RepeatedCallTests
{
    [Fact]
    public void What_asks_for_something_else_is_no_repetition_whatever_its_token()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"),
            MadeCalls.Update("10:10:00", new { status = "RESOLVED", clientToken = "1" }),
            MadeCalls.Update("10:20:00", new { status = "OPEN", clientToken = "1" }),
            MadeCalls.Update("10:30:00", new { impact = 4, clientToken = "1" }, by: "bob"));

        Assert.Equal(("OPEN", 1, 4, 0, 4), (incident.Status, incident.ReopenCount, incident.Impact, incident.RetryCount, incident.ChangeCount));
    }

    [Fact]
    public void What_made_something_else_is_none_either()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), Noted("10:01:00", "n1"), Noted("10:02:00", "n2"), Noted("10:03:00", "n1"), Noted("10:04:00", "n2"));

        Assert.Equal(["n1", "n2"], incident.Notes.Select(n => n.NoteId));
        Assert.Equal(2, incident.RetryCount);
    }

    [Fact]
    public void What_asks_for_the_same_is_one_however_its_request_is_written()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"),
            MadeCalls.Call("10:10:00", "UpdateIncidentRecord", new { arn = MadeCalls.Incident, status = "RESOLVED", clientToken = "1" }),
            MadeCalls.Call("10:10:02", "UpdateIncidentRecord", new { clientToken = "1", status = "RESOLVED", arn = MadeCalls.Incident }));

        Assert.Equal((1, 2), (incident.RetryCount, incident.ChangeCount));
    }

    [Fact]
    public void A_failed_start_is_of_the_incident_that_its_token_made_and_not_of_another_that_began_before()
    {
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            MadeCalls.Start("10:00:00", token: "t-1").Failing("ThrottlingException"),
            MadeCalls.Start("10:00:01", token: "t-2"), MadeCalls.Start("10:00:04", MadeCalls.OtherIncident, token: "t-1")));

        Assert.Equal([0, 1], incidents.Select(i => i.FailureCount));
        Assert.Equal("the same client token as the start", incidents[1].Timeline[0].LinkBasis);
    }

    [Fact]
    public void Of_several_incidents_that_began_in_the_second_after_a_failed_start_none_is_said_to_be_its()
    {
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            MadeCalls.Start("10:00:00").Failing("ThrottlingException"),
            MadeCalls.Start("10:00:01"), MadeCalls.Start("10:00:01", MadeCalls.OtherIncident)));

        Assert.Equal(2, Assert.Single(incidents.SelectMany(i => i.FailedAttempts)).Candidates);
    }

    private static System.Text.Json.Nodes.JsonObject Noted(string time, string id) => MadeCalls.Call(time, "CreateTimelineEvent",
        new { eventData = "\"seen\"", eventType = "Note", incidentRecordArn = MadeCalls.Incident, clientToken = "1" },
        new { eventId = id, incidentRecordArn = MadeCalls.Incident });
}
