using System.Text.Json.Nodes;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Incidents.Changes;

/// <summary>Who stops the run of a runbook while the incident runs is told, and which incident's run it was.</summary>
public sealed class StoppedRunbookTests
{
    private const string Run = "73c8eef8-f4ee-4a05-820c-e354fe30bba4";

    [Theory]
    [InlineData("StopAutomationExecution", """{"type":"Complete"}""", "alice stopped the automation 73c8eef8-f4ee-4a05-820c-e354fe30bba4 (Complete)")]
    [InlineData("StopAutomationExecution", "{}", "alice stopped the automation 73c8eef8-f4ee-4a05-820c-e354fe30bba4")]
    [InlineData("SendAutomationSignal", """{"signalType":"Reject"}""", "alice sent the signal Reject to the automation 73c8eef8-f4ee-4a05-820c-e354fe30bba4")]
    public void The_run_that_the_incident_started_is_its_own(string name, string request, string text)
    {
        var found = Assert.Single(Changes(Call(name, request)));

        Assert.Equal((text, TrailChangeScope.Incident, TrailLink.Certain), (found.Text, found.Scope, found.Link));
        Assert.Equal("a run of a runbook for this incident: RollBack", found.Basis);
    }

    [Fact]
    public void Another_run_is_not_tied_to_it()
    {
        var found = Assert.Single(Changes(Call("StopAutomationExecution", "{}", "00000000-f4ee-4a05-820c-e354fe30bba4")));

        Assert.Equal(TrailChangeScope.Other, found.Scope);
    }

    [Theory]
    [InlineData("Approve")]
    [InlineData("Resume")]
    [InlineData("StartStep")]
    public void A_signal_that_lets_it_go_on_is_no_such_change(string signal) =>
        Assert.Empty(Changes(Call("SendAutomationSignal", $$"""{"signalType":"{{signal}}"}""")));

    [Fact]
    public void It_is_read_with_a_look_back_and_each_name_is_asked_of_event_history_once()
    {
        var query = IncidentReconstruction.ReadingFor(new TrailQuery(), TimeSpan.FromDays(1));

        Assert.Contains("StopAutomationExecution", query.EventNamesOf["ssm.amazonaws.com"]);
        Assert.Contains("RemovePermission", query.EventNamesOf["events.amazonaws.com"]);
        Assert.Contains("RemovePermission", query.EventNamesOf["sns.amazonaws.com"]);
        var asked = LookupPlan.For(query).Attributes.Select(a => a?.Value).ToList();
        Assert.Single(asked, "RemovePermission");
    }

    private static TrailList<TrailChange> Changes(JsonObject change) => MadeCalls.Rebuilt(
        MadeCalls.Start("10:00:00"),
        MadeCalls.Call("10:00:05", "StartAutomationExecution", new { documentName = "RollBack", parameters = new { incident = (string[])[MadeCalls.Incident] } },
            new { automationExecutionId = Run }, source: "ssm"),
        change).ChangesDuring;

    private static JsonObject Call(string name, string request, string run = Run)
    {
        var parameters = JsonNode.Parse(request)!;
        parameters["automationExecutionId"] = run;
        return MadeCalls.Call("10:30:00", name, parameters, source: "ssm");
    }
}
