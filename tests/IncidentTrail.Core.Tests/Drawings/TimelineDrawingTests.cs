using IncidentTrail.Drawings;
using IncidentTrail.Reports;
using IncidentTrail.Tests.Incidents;
using IncidentTrail.Texts;

namespace IncidentTrail.Tests.Drawings;

public sealed class TimelineDrawingTests
{
    private static readonly TimeZoneInfo s_tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    [Fact]
    public void An_incident_is_drawn_as_lanes_under_its_status_over_a_clock_and_told_in_words()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00", title: "Shop is down", impact: 1), MadeCalls.Note("10:15:00", "n1", "Looking", by: "bob"),
            MadeCalls.Update("10:20:00", new { status = "RESOLVED" }, by: "bob").Failing(), MadeCalls.Resolve("10:30:00"));

        Assert.Equal(
            """
            Shop is down
            shop; RESOLVED; impact 1 (critical); resolved after 30 min;
            arn:aws:ssm-incidents::111122223333:incident-record/shop/111
            11111-aaaa-4bbb-8ccc-000000000001

            status OPEN ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─
            alice  ▶···················································■
            bob    ··························●·······✗··················
            +00:00 10:00            10:10            10:20
            ▶ start, ■ status, ● anything else, ✗ failed

            2026-05-05 +00:00
            10:00:00 ▶ alice started the incident with impact 1: Shop is
                       down
            10:15:00 ● bob added a note: Looking
            10:20:00 ✗ bob tried to set the status to RESOLVED and
                       failed (AccessDeniedException) [failed: nothing
                       changed]
            10:30:00 ■ alice resolved the incident
            """.ReplaceLineEndings("\n"), Text(incident, 60));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void No_line_is_wider_than_asked_for(int width)
    {
        foreach (var incident in Reports.Reports.All.Value.Append(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00", title: new string('x', 300)))))
        {
            foreach (var signs in new[] { DrawingSigns.Unicode, DrawingSigns.Ascii })
                Assert.InRange(Lines(incident, width, signs).Max(l => TextWidth.Of(l.Text)), 1, width);
        }
    }

    [Fact]
    public void Every_step_is_drawn_and_told()
    {
        foreach (var incident in Reports.Reports.All.Value)
        {
            var lines = Text(incident, 400).Split('\n');
            var told = lines.SkipWhile(l => !l.StartsWith("20", StringComparison.Ordinal)).Count(l => !l.StartsWith("20", StringComparison.Ordinal) && !l.StartsWith("no readable", StringComparison.Ordinal));

            Assert.Equal(incident.GetTimeline(reads: false, changes: false).Count, told);
        }
    }

    [Fact]
    public void What_is_inferred_is_hollow_and_says_from_what()
    {
        var text = Text(Fixture.Incident("page-acceptance"), 300);

        Assert.Matches("[0-9:]{8} ◇ .* acknowledged .*\\(inferred: ", text);
        Assert.Contains("▷□◇○ inferred", text);
        Assert.DoesNotContain("inferred", Text(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00")), 300));
    }

    [Fact]
    public void Times_are_of_the_zone_that_is_asked_for_and_each_day_says_its_own_offset()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("2026-03-28T23:30:00Z"), MadeCalls.Update("2026-03-29T09:00:00Z", new { status = "RESOLVED" }));

        var text = Text(incident, 100, zone: berlin);

        Assert.Contains("2026-03-29 +01:00\n00:30:00 ▶", text);
        Assert.Contains("2026-03-29 +02:00\n11:00:00 ■", text);
        Assert.Contains("2026-03-29 +09:00\n08:30:00 ▶", Text(incident, 100, zone: s_tokyo));
    }

    [Fact]
    public void Several_steps_in_one_place_are_counted()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("00:00:00"), MadeCalls.Note("12:00:00", "n1", "a"), MadeCalls.Note("12:00:01", "n2", "b"), MadeCalls.Note("12:00:02", "n3", "c"), MadeCalls.Resolve("23:00:00"));
        var text = Text(incident, 60);

        Assert.Matches("(?m)^alice .*▶.*3.*■", text);
        Assert.Contains("a number:", text);
    }

    [Fact]
    public void Nothing_in_a_log_steers_the_terminal_and_wide_letters_take_two_cells()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00", title: "\u001B[31mred\u202E"), MadeCalls.Note("10:15:00", "n1", "a\u001Bb\nc", by: "田中さん\u0007"), MadeCalls.Resolve("10:30:00"));
        var lines = Lines(incident, 60, DrawingSigns.Unicode);

        Assert.All(lines, l => Assert.Equal(TextForDisplay.Plain(l.Text), l.Text));
        Assert.Single(lines.Where(l => l.Text.StartsWith("alice ", StringComparison.Ordinal) || l.Text.StartsWith("田中さん", StringComparison.Ordinal))
            .Select(l => TextWidth.Of(l.Text)).Distinct());
    }

    [Fact]
    public void Of_single_steps_the_status_is_not_drawn()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:30:00"));
        var content = Assert.Single(ReportIncident.OfSteps([incident.Timeline[0]]));

        Assert.DoesNotContain("━", string.Join('\n', new TimelineDrawing(content, Options(80)).Lines().Select(l => l.Text)));
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:58Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    public void A_call_of_the_last_or_the_first_year_is_drawn(string time)
    {
        foreach (var start in new[] { "10:00:00", time })
            Assert.Contains("alice", Text(MadeCalls.Rebuilt(MadeCalls.Start(start), MadeCalls.Note(time, "n1", "Looking")), 80));
    }

    private static string Text(TrailIncident incident, int width, TimeZoneInfo? zone = null) =>
        string.Join('\n', new TimelineDrawing(ReportIncident.Whole(incident), Options(width) with { TimeZone = zone ?? TimeZoneInfo.Utc }).Lines().Select(l => l.Text));

    private static List<DrawnLine> Lines(TrailIncident incident, int width, DrawingSigns signs) =>
        [.. new TimelineDrawing(ReportIncident.Whole(incident), Options(width) with { Signs = signs }).Lines()];

    private static DrawingOptions Options(int width) => new(width, TimeZoneInfo.Utc, DrawingSigns.Unicode);
}
