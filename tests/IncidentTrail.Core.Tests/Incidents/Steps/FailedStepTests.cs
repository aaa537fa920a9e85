using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Steps;

/// <summary>What a call that failed would have done, in words: it changed nothing.</summary>
public sealed class FailedStepTests
{
    public static TheoryData<string, JsonObject> Calls { get; } = new()
    {
        { "add a note", MadeCalls.Note("10:10:00", "n1", "text") },
        { "edit a note", Call("UpdateTimelineEvent", new { eventId = "n1", eventData = "\"text\"", incidentRecordArn = MadeCalls.Incident }) },
        { "delete a note", Call("DeleteTimelineEvent", new { eventId = "n1", incidentRecordArn = MadeCalls.Incident }) },
        { "change the related items", Call("UpdateRelatedItems", new { incidentRecordArn = MadeCalls.Incident, relatedItemsUpdate = new { } }) },
        { "delete the incident record", Call("DeleteIncidentRecord", new { arn = MadeCalls.Incident }) },
        { "engage carol", MadeCalls.Engage("10:10:00", "carol") },
        { "end an engagement", Call("StopEngagement", new { engagementId = MadeCalls.Contact("engagement", "bob", "e1") }, "ssm-contacts") },
        { "accept the page to bob", MadeCalls.Accept("10:10:00", "bob", by: "alice") },
        { "set the status to RESOLVED", MadeCalls.Resolve("10:10:00") },
        { "change the impact to 1 and change the title", MadeCalls.Update("10:10:00", new { impact = 1, title = "secret" }) },
        { "update the incident", MadeCalls.Update("10:10:00", new { }) },
        { "call TagResource", Call("TagResource", new { resourceArn = MadeCalls.Incident, tags = new { } }) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void It_says_what_was_tried_and_that_it_failed(string tried, JsonObject call)
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00", impact: 3), MadeCalls.Engage("10:00:05", "bob"), call.Failing());

        var step = Assert.Single(incident.Timeline, s => s.Failed);
        Assert.Equal($"alice tried to {tried} and failed (AccessDeniedException)", step.Text);
        Assert.Equal((1, 2, 0, 3, "OPEN"), (incident.FailureCount, incident.ChangeCount, incident.Notes.Count, incident.Impact, incident.Status ?? "OPEN"));
    }

    private static JsonObject Call(string name, object request, string source = "ssm-incidents") =>
        MadeCalls.Call("10:10:00", name, request, source: source);
}
