using System.Text.RegularExpressions;
using IncidentTrail.Reports;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

public sealed class MarkdownAndCsvTests
{
    [Fact]
    public void A_note_of_several_lines_keeps_them_in_its_cell()
    {
        var markdown = Reports.Of(
            MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Note("10:05:00", "n1", "First | a\n# second\n- last")), TrailReportFormat.Markdown);

        Assert.Contains("| First &#124; a<br>\\# second<br>\\- last |", markdown);
    }

    [Theory]
    [InlineData("<b>", "&#60;b&#62;")]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("[x](y)", "\\[x\\](y)")]
    [InlineData("*_`~#!", "\\*\\_&#96;\\~\\#\\!")]
    [InlineData("https://example.com", "https&#58;//example.com")]
    [InlineData("www.example.com", "www&#46;example.com")]
    [InlineData("a@example.com", "a&#64;example.com")]
    [InlineData("&amp;", "&#38;amp;")]
    [InlineData("- item", "\\- item")]
    [InlineData("12. item", "12\\. item")]
    [InlineData("+ x", "\\+ x")]
    [InlineData("line\r\nbreak", "line  break")]
    [InlineData("back\\slash", "back\\\\slash")]
    [InlineData("12", "12")]
    public void Text_is_no_Markdown(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Of(text));

    [Fact]
    public void A_Markdown_report_holds_no_HTML_of_a_log_and_no_broken_row()
    {
        var markdown = Reports.Of(Reports.All.Value, new TrailReportOptions { Format = TrailReportFormat.Markdown });
        var outside = Regex.Replace(markdown, @"^```json\n.*?^```$", "", RegexOptions.Singleline | RegexOptions.Multiline);

        Assert.Empty(Regex.Matches(outside, @"<(?!/?(details|summary)>|br>)"));
        var tables = outside.Split('\n').Where(l => l.StartsWith('|')).ToList();
        Assert.All(tables, l => Assert.EndsWith("|", l));
        Assert.All(tables, l => Assert.InRange(l.Count(c => c == '|'), 3, 9));
    }

    [Fact]
    public void A_fence_in_a_record_does_not_end_the_block()
    {
        var markdown = Reports.Of(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00", title: "``` ```` x")), TrailReportFormat.Markdown);

        Assert.Contains("`````json", markdown);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("|calc", "\"'|calc\"")]
    [InlineData("\tplain", "\"' plain\"")]
    [InlineData("a|b=c", "\"a|b=c\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\t=1", "\"' =1\"")]
    [InlineData("\uFF1D1", "\"'\uFF1D1\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a  b\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    public void Text_is_no_formula(string text, string cell) => Assert.Equal(cell, CsvText.Of(text));

    [Fact]
    public void A_CSV_report_has_a_row_a_step_and_ISO_times()
    {
        var csv = Reports.Of(Fixture.Incident("hostile-text"), TrailReportFormat.Csv);
        var rows = csv.TrimEnd().Split("\r\n");

        Assert.Equal(6, rows.Length);
        Assert.StartsWith("\"IncidentRecordArn\",\"TimeUtc\",\"Kind\"", rows[0]);
        Assert.All(rows[1..], r => Assert.Matches("\",\"2026-02-19T08:[0-9:]{5}Z\",\"", r));
        Assert.All(rows, r => Assert.Equal(20, Regex.Count(r, "(?:^|,)\"(?:[^\"]|\"\")*\"")));
        Assert.DoesNotMatch("(^|,)\"[=+@-]", csv);
    }

    [Fact]
    public void A_CSV_report_says_where_a_call_came_from_and_with_which_key()
    {
        var csv = Reports.Of(Fixture.Incident("started-by-alarm"), TrailReportFormat.Csv).TrimEnd().Split("\r\n");

        Assert.EndsWith("\"AccessKeyId\",\"SourceIPAddress\",\"UserAgent\",\"EventId\"", csv[0]);
        Assert.Contains(csv, row => Regex.IsMatch(row, "\",\"A[KS]IA[A-Z0-9]{16}\",\"[0-9a-f.:]+\",\""));
    }

    [Fact]
    public void A_CSV_report_has_the_changes_before()
    {
        var csv = Reports.Of(
            Fixture.Incidents("changed-the-day-before", TimeSpan.FromDays(7)), new TrailReportOptions { Format = TrailReportFormat.Csv });

        Assert.Equal(14, Regex.Count(csv, "\"ChangeBefore\""));
    }
}
