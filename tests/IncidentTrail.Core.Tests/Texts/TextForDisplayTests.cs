using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Texts;

public sealed class TextForDisplayTests
{
    // A cleared screen, a title of the window, a one-character CSI and writing from right to left.
    private const string Hostile = "\u001b[2J\u001b]0;mine\u0007\u009b31m\u202e\r\n";

    private const string HostileJson = """\u001b[2J\u001b]0;mine\u0007\u009b31m\u202e\r\n""";

    [Fact]
    public void Text_keeps_its_length_and_nothing_that_steers()
    {
        Assert.Equal("a\uFFFD[2J\uFFFD]0;mine\uFFFD\uFFFD31m\uFFFD  b", TextForDisplay.Plain($"a{Hostile}b"));
    }

    [Theory]
    [InlineData("StartIncident")]
    [InlineData("Zoë, 山田, \U0001F469\u200D\U0001F692")]
    public void Harmless_text_is_the_same_string(string text)
    {
        Assert.Same(text, TextForDisplay.Plain(text));
    }

    [Fact]
    public void A_body_says_the_same_in_escapes()
    {
        var body = (TrailObject)Assert.Single(Event().Events).RequestParameters!;

        Assert.Equal("""{"title":"x\u001b[2J\u001b]0;mine\u0007\u009b31m\u202e\r\n"}""", body.ToString(), ignoreCase: true);
        Assert.Equal("x" + Hostile, body["title"]);
    }

    [Fact]
    public void One_line_of_an_event_or_a_caller_steers_nothing_and_its_values_stay_as_delivered()
    {
        var trailEvent = Assert.Single(Event().Events);

        Assert.Equal("StartIncident" + Hostile, trailEvent.EventName);
        Assert.Equal("jane" + Hostile, trailEvent.CallerName);
        foreach (var line in new[] { $"{trailEvent}", $"{trailEvent.Caller}", $"{trailEvent.Log}", $"{trailEvent.Log.Log}" })
            Assert.DoesNotContain(line, TextForDisplay.IsSteering);
    }

    private static LogReading.LogAnswer Event() => LogReading.Read(
        $$$"""
        {"eventTime":"2026-03-10T14:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident{{{HostileJson}}}",
        "userIdentity":{"type":"IAMUser","userName":"jane{{{HostileJson}}}"},"sourceIPAddress":"192.0.2.1{{{HostileJson}}}",
        "errorCode":"Denied{{{HostileJson}}}","eventID":"1{{{HostileJson}}}","requestParameters":{"title":"x{{{HostileJson}}}"}}
        """);
}
