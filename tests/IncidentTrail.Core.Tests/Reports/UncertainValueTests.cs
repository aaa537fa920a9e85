using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>A value that calls of one second leave open is another thing than one that no call told.</summary>
public sealed class UncertainValueTests
{
    private static readonly TrailIncident s_contested = MadeCalls.Rebuilt(
        MadeCalls.Start("10:00:00"),
        MadeCalls.Update("10:01:00", new { impact = 1, status = "RESOLVED" }), MadeCalls.Update("10:01:00", new { impact = 4, status = "OPEN" }, by: "bob"));

    [Theory]
    [InlineData(TrailReportFormat.Html)]
    [InlineData(TrailReportFormat.Markdown)]
    public void A_report_does_not_say_that_no_call_told_it(TrailReportFormat form)
    {
        var text = Reports.Of([s_contested, s_contested], new TrailReportOptions { Format = form });

        Assert.DoesNotContain("not set by a call", text);
        Assert.DoesNotContain("not in what was read, as of", text);
        Assert.DoesNotMatch(@"not in what was read(</td>| \|)", text);
        Assert.Contains("not certain: calls of one second set different ones", text);
    }

    [Fact]
    public void An_incident_in_one_line_says_so() => Assert.EndsWith("status not certain", s_contested.ToString());

    [Fact]
    public void What_no_call_told_is_said_as_before()
    {
        var told = MadeCalls.Rebuilt(MadeCalls.Update("10:00:00", new { summary = "x" }));
        var text = Reports.Of(told, TrailReportFormat.Markdown);

        Assert.Contains("| Impact | not set by a call in what was read |", text);
        Assert.Contains("| Status | not in what was read", text);
        Assert.EndsWith("status not in what was read", told.ToString());
    }

    [Fact]
    public void An_impact_that_the_record_masks_was_set()
    {
        var text = Reports.Of(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Update("10:01:00", new { impact = "***" })), TrailReportFormat.Markdown);

        Assert.Contains("| Impact | set by a call, not recorded |", text);
    }
}
