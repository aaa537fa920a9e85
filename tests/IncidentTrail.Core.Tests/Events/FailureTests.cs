using IncidentTrail.Tallies;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Events;

/// <summary>Which records tell of a call that failed, and by which field: the same for the event, the filter and the callers.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("StartIncident", "\"errorCode\":\"AccessDenied\",\"errorMessage\":\"no\"", "errorCode")]
    [InlineData("StartIncident", "\"errorCode\":\"\",\"errorMessage\":\"no\"", "errorMessage")]
    [InlineData("StartIncident", "\"errorCode\":null,\"errorMessage\":\"\"", null)]
    [InlineData("ConsoleLogin", "\"errorMessage\":\"Failed authentication\",\"responseElements\":{\"ConsoleLogin\":\"Failure\"}", "errorMessage")]
    [InlineData("ConsoleLogin", "\"responseElements\":{\"ConsoleLogin\":\"Failure\"}", "responseElements.ConsoleLogin")]
    [InlineData("ConsoleLogin", "\"responseElements\":{ \"consoleLogin\" : \"Failure\" }", "responseElements.ConsoleLogin")]
    [InlineData("ConsoleLogin", "\"responseElements\":{\"ConsoleLogin\":\"\\u0046ailure\"}", "responseElements.ConsoleLogin")]
    [InlineData("ConsoleLogin", "\"responseElements\":\"{\\\"ConsoleLogin\\\":\\\"Failure\\\"}\"", "responseElements.ConsoleLogin")]
    [InlineData("CheckMfa", "\"responseElements\":{\"CheckMfa\":\"Failure\"}", "responseElements.CheckMfa")]
    [InlineData("SwitchRole", "\"responseElements\":{\"SwitchRole\":\"Failure\"}", "responseElements.SwitchRole")]
    [InlineData("CredentialVerification", "\"responseElements\":null,\"serviceEventDetails\":{\"CredentialVerification\":\"Failure\"}", "serviceEventDetails.CredentialVerification")]
    [InlineData("UserAuthentication", "\"serviceEventDetails\":{\"CredentialVerification\":\"Failure\"}", "serviceEventDetails.CredentialVerification")]
    [InlineData("UserAuthentication", "\"serviceEventDetails\":{\"UserAuthentication\":\"Failure\"}", "serviceEventDetails.UserAuthentication")]
    [InlineData("ConsoleLogin", "\"responseElements\":{\"ConsoleLogin\":\"Success\"}", null)]
    [InlineData("ConsoleLogin", "\"responseElements\":{\"ConsoleLogin\":\"Success\",\"reason\":\"Failure\"}", null)]
    [InlineData("ConsoleLogin", "\"responseElements\":{\"outer\":{\"ConsoleLogin\":\"Failure\"}}", null)]
    [InlineData("ConsoleLogin", "\"responseElements\":[\"Failure\"]", null)]
    [InlineData("ConsoleLogin", "\"responseElements\":\"Failure\"", null)]
    [InlineData("ConsoleLogin", "\"requestParameters\":{\"ConsoleLogin\":\"Failure\"}", null)]
    [InlineData("PutObject", "\"responseElements\":{\"result\":\"Failure\"}", null)]
    public void The_field_that_says_so_is_named(string name, string members, string? field)
    {
        var log = $$"""{"eventVersion":"1.08","eventSource":"signin.amazonaws.com","eventName":"{{name}}",{{members}} }""";

        var trailEvent = Assert.Single(LogReading.Read(log).Events);

        Assert.Equal((field, field is not null), (trailEvent.FailedBy, trailEvent.Failed));
        Assert.Equal(field is null ? 0 : 1, LogReading.Read(log, new TrailQuery { AllServices = true, Failed = true }).Events.Count);
        Assert.Equal(field is null ? 1 : 0, LogReading.Read(log, new TrailQuery { AllServices = true, Failed = false }).Events.Count);
        var tally = new CallerTally();
        tally.Add(trailEvent);
        Assert.Equal(field is null ? 0 : 1, tally.Summarize()[0].FailureCount);
    }

    [Theory]
    [InlineData("\"errorCode\":\"AccessDenied\"", "AccessDenied")]
    [InlineData("\"responseElements\":{\"ConsoleLogin\":\"Failure\"}", "responseElements.ConsoleLogin")]
    public void The_events_line_says_why(string members, string why)
    {
        var trailEvent = LogReading.Read($$"""{"eventVersion":"1.08","eventName":"ConsoleLogin",{{members}} }""").Events[0];

        Assert.EndsWith($" {why} {trailEvent.Log}", trailEvent.ToString());
    }

    [Fact]
    public void An_error_field_that_holds_nothing_makes_no_step_a_failed_one()
    {
        var start = Incidents.MadeCalls.Start("10:00:00");
        start["errorCode"] = "";

        Assert.False(Assert.Single(Incidents.Fixture.Rebuild(Incidents.Fixture.Events(start.ToJsonString()))).Timeline[0].Failed);
    }
}
