using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Incidents.Steps;

/// <summary>A value that a call set and its record does not hold is no value, and leaves none from before it certain.</summary>
public sealed class UnrecordedValueTests
{
    private const string Mask = "HIDDEN_DUE_TO_SECURITY_REASONS";

    [Fact]
    public void What_an_update_may_have_set_that_does_not_say_so_is_told()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00", title: "Down", impact: 2), Unsaid("10:01:00"));

        Assert.Equal(
            "What the update at 2026-05-05T10:01:00Z by alice set is not recorded: the title and the impact and the status may be another since.",
            Assert.Single(incident.Remarks, r => r.StartsWith("What the update", StringComparison.Ordinal)));
        Assert.Contains("| Impact | not certain: what a later update set is not recorded |", Tests.Reports.Reports.Of(incident, TrailReportFormat.Markdown));
    }

    [Fact]
    public void What_was_set_since_is_certain()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00", title: "Down", impact: 2), Unsaid("10:01:00"),
            MadeCalls.Update("10:02:00", new { status = "RESOLVED", impact = 3 }), Unsaid("10:03:00"), MadeCalls.Update("10:04:00", new { impact = 1, status = "OPEN" }));

        Assert.Contains(
            "What the update at 2026-05-05T10:03:00Z by alice set is not recorded: the title may be another since.", incident.Remarks);
        Assert.Equal((1, "OPEN"), (incident.Impact, incident.Status));
    }

    [Fact]
    public void An_update_that_does_not_say_what_it_set_needs_no_word_where_nothing_was_known() =>
        Assert.DoesNotContain(MadeCalls.Rebuilt(Unsaid("10:01:00")).Remarks, r => r.StartsWith("What the update", StringComparison.Ordinal));

    [Theory]
    [InlineData(Mask)]
    [InlineData("***")]
    public void A_mask_is_no_status(string mask)
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:05:00"), MadeCalls.Update("10:10:00", new { status = mask }));

        Assert.Null(incident.Status);
        Assert.EndsWith("status not certain", incident.ToString());
        Assert.Contains("The status is not certain: the one that was set last (2026-05-05T10:10:00Z) is not recorded.", incident.Remarks);
        Assert.Equal("not known: the status that was set last is not recorded", incident.TimeToResolve.ToString());
        Assert.Equal(300, incident.TimeToFirstResolve.Seconds);
        Assert.Equal("alice set the status, to what is not recorded", incident.Timeline[^1].Text);
    }

    [Fact]
    public void What_follows_a_masked_status_is_told()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Update("10:05:00", new { status = Mask }), MadeCalls.Resolve("10:10:00"));

        Assert.Equal(("RESOLVED", 600), (incident.Status, incident.TimeToResolve.Seconds));
        Assert.Equal("alice set the status to RESOLVED (previous value not recorded)", incident.Timeline[^1].Text);
        Assert.DoesNotContain(incident.Remarks, r => r.StartsWith("The status", StringComparison.Ordinal));
    }

    [Fact]
    public void A_masked_impact_is_not_quoted_as_one() => Assert.Equal(
        "alice set impact, to what is not recorded",
        MadeCalls.Rebuilt(MadeCalls.Start("10:00:00", impact: 2), MadeCalls.Update("10:01:00", new { impact = Mask })).Timeline[^1].Text);

    [Fact]
    public void An_empty_status_or_impact_sets_none()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00", title: "Down", impact: 2), MadeCalls.Update("10:01:00", new { status = "", impact = "", title = "" }));

        Assert.Equal(("OPEN", 2, ""), (incident.Status, incident.Impact, incident.Title));
        Assert.Equal("title", Assert.Single(incident.Timeline[^1].Fields).Field);
    }

    private static JsonObject Unsaid(string time) => MadeCalls.Call(time, "UpdateIncidentRecord", new { arn = MadeCalls.Incident });
}
