using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

public sealed partial class HtmlReportTests
{
    private static readonly HashSet<string> s_elements =
    [
        "!doctype", "html", "head", "meta", "title", "style", "body", "a", "nav", "ul", "li", "main", "h1", "h2", "h3", "p", "bdi",
        "dl", "div", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "g", "rect",
        "text", "line", "path", "details", "summary", "pre", "br", "wbr",
    ];

    [Fact]
    public void Every_time_in_the_facts_and_remarks_of_an_incident_is_written_in_one_form()
    {
        var html = Reports.Of(Reports.All.Value, new TrailReportOptions());
        var ours = Regex.Matches(html, """<table class="facts">.*?</table>|>What to know when reading this<.*?</ul>""", RegexOptions.Singleline)
            .Select(found => found.Value).ToList();

        Assert.Contains(ours, text => text.Contains("from StartIncident at 2026-"));
        Assert.Contains(ours, text => text.Contains("are known from 2026-"));
        Assert.All(ours, text => Assert.DoesNotMatch(@"\d{4}-\d\d-\d\dT\d\d:\d\d", text));
    }

    [Fact]
    public void Only_the_pages_own_elements_and_attributes_are_in_it()
    {
        var html = Reports.Of(Reports.All.Value, new TrailReportOptions { IncludeSensitive = true });
        var tags = Tag().Matches(Style().Replace(html, string.Empty)).ToList();

        Assert.All(tags, t => Assert.Contains(t.Groups["name"].Value.ToLowerInvariant(), s_elements));
        Assert.All(tags.SelectMany(t => Attribute().Matches(t.Groups["rest"].Value)), a =>
        {
            Assert.False(a.Groups[1].Value.StartsWith("on", StringComparison.OrdinalIgnoreCase), a.Value);
            Assert.DoesNotContain(a.Groups[1].Value.ToLowerInvariant(), (string[])["src", "style", "srcset", "action", "xlink:href"]);
            if (a.Groups[1].Value == "href")
                Assert.StartsWith("#", a.Groups[2].Value);
        });
        Assert.Equal(html.Count(c => c == '<'), Tag().Count(html) + Closing().Count(html));
    }

    [Fact]
    public void A_count_of_one_stands_before_one()
    {
        var html = Reports.Of(Reports.All.Value, new TrailReportOptions());

        Assert.Matches(OneOfSome(), html);
        Assert.DoesNotMatch(OneOfMany(), html);
    }

    [Fact]
    public void A_note_of_several_lines_keeps_them_and_a_name_has_one()
    {
        var html = Reports.Of(MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Note("10:05:00", "n1", "First <b>\r\nsecond\n\nlast", by: "bob\nby"), MadeCalls.Update("10:06:00", new { summary = "One\ntwo" })));

        Assert.Contains("<td>First &lt;b&gt;<br>second<br><br>last</td>", html);
        Assert.Contains("<td>bob by</td>", html);
        Assert.Contains("bob by added a note: First &lt;b&gt;<br>second<br><br>last</td>", html);
        Assert.Contains("<td>One<br>two</td>", html);
    }

    [Fact]
    public void The_style_names_the_columns_once_and_no_cell_does()
    {
        var html = Reports.Of(Reports.All.Value, new TrailReportOptions());
        var style = Style().Match(html).Groups[1].Value;

        Assert.DoesNotContain("data-column", html);
        var tables = Regex.Matches(html, """<table class="(t\d+)"><caption>.*?</thead>""", RegexOptions.Singleline);
        Assert.NotEmpty(tables);
        foreach (Match table in tables)
        {
            var columns = Regex.Matches(table.Value, "<th[^>]*>([^<]*)</th>").Select(column => column.Groups[1].Value).ToList();
            Assert.All(columns, (column, i) => Assert.Contains($".{table.Groups[1].Value} td:nth-child({i + 1}){{--column:\"{column}\"}}", style));
        }
    }

    [Fact]
    public void Only_what_may_run_from_right_to_left_is_kept_apart_from_the_text_around_it()
    {
        var html = Reports.Of(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Note("10:05:00", "n1", "שלום (1)"), MadeCalls.Note("10:06:00", "n2", "Said \"yes\" & went.")));

        Assert.Contains("<td><bdi>שלום (1)</bdi></td>", html);
        Assert.Contains("<td>Said \"yes\" &amp; went.</td>", html);
    }

    [Fact]
    public void A_records_JSON_is_indented_by_tabs_as_wide_as_two_blanks()
    {
        var html = Reports.Of(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00")));

        Assert.Contains("\n\t\"userIdentity\": {\n\t\t\"type\": \"IAMUser\",\n", html);
        Assert.Contains("tab-size:2", html);
    }

    [Fact]
    public void An_address_of_mail_is_broken_before_its_domain_and_not_in_a_name()
    {
        var html = Reports.Of(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Note("10:05:00", "n1", "Seen.", by: "bob@example.com")));

        Assert.Contains("<td>bob<wbr>@example.com</td>", html);
    }

    [Fact]
    public void The_policy_allows_the_pages_own_style_and_nothing_more()
    {
        var html = Reports.Of(Fixture.Incident("hostile-text"));
        var style = Style().Match(html).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.Contains($"content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\"", html);
        Assert.DoesNotContain("url(", style);
        Assert.DoesNotContain("@import", style);
    }

    [Fact]
    public void What_a_log_holds_is_shown_as_the_text_it_is()
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(Closing().Replace(Reports.Of(Fixture.Incident("hostile-text")), ""), ""));

        Assert.Contains("<script>alert('title')</script>", text);
        Assert.Contains("</td><b>bold</b> & \"quoted\" | [link](javascript:alert(1))", text);
        Assert.Contains("=HYPERLINK(\"https://example.com/\",\"open\")", text);
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\0', text);
        Assert.Contains("\\u202e", text);
    }

    [Fact]
    public void Every_link_leads_to_something()
    {
        var html = Reports.Of(Reports.All.Value, new TrailReportOptions());
        var ids = Id().Matches(html).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Target().Matches(html), m => Assert.Contains(m.Groups[1].Value, ids));
    }

    [Fact]
    public void Each_step_is_drawn_as_a_link_with_a_name_and_is_in_the_table()
    {
        var incident = Fixture.Incident("page-acceptance");
        var html = Reports.Of(incident);

        Assert.Equal(incident.Timeline.Count, Drawn().Count(html));
        Assert.Equal(incident.Timeline.Count, StepRow().Count(html));
        Assert.Contains("band-open", html);
        Assert.Contains("band-resolved", html);
    }

    [Theory]
    [InlineData(TrailReportFormat.Html)]
    [InlineData(TrailReportFormat.Markdown)]
    [InlineData(TrailReportFormat.Csv)]
    public void What_is_inferred_says_so_in_every_form(TrailReportFormat format)
    {
        var text = Reports.Of(Fixture.Incident("never-acknowledged"), format) + Reports.Of(Fixture.Incident("page-acceptance"), format);
        var lines = text.Split('\n').Where(l => l.Contains("acknowledged the page") && l.Contains("2026-02-05")).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Contains("inferred", l, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_status_that_one_second_leaves_open_is_not_drawn_as_one()
    {
        var html = Reports.Of(MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Update("10:10:00", new { status = "RESOLVED" }),
            MadeCalls.Update("10:10:00", new { status = "OPEN" }, by: "bob"), MadeCalls.Note("10:20:00", "n1", "text")));

        Assert.Contains("status not certain", html);
    }

    [Fact]
    public void A_report_of_nothing_says_so() =>
        Assert.Contains("No incident was given to this report.", Reports.Of([], new TrailReportOptions()));

    [Fact]
    public void It_is_UTF8_without_a_mark()
    {
        using var stream = new MemoryStream();
        new TrailReport(new TrailReportOptions()).Write(stream);

        Assert.Equal((byte)'<', stream.ToArray()[0]);
    }

    [Fact]
    public void Of_single_steps_it_holds_these_and_no_notes()
    {
        var incident = Fixture.Incident("notes-audited");
        var report = new TrailReport(new TrailReportOptions());
        report.Add(incident.Timeline[0]);
        report.Add(incident.Timeline[^1]);

        var html = Reports.Text(report);

        Assert.Equal(2, StepRow().Count(html));
        Assert.Contains("made from single steps", html);
        Assert.DoesNotContain("Queue is stuck.", html);
    }

    [Fact]
    public void Of_events_it_rebuilds_the_incident_and_says_what_it_was_made_from()
    {
        var report = new TrailReport(new TrailReportOptions());
        foreach (var trailEvent in Fixture.Events(Fixture.PathOf("page-acceptance"), new TrailQuery(), new TrailCoverage()))
            report.Add(trailEvent);

        var html = Reports.Text(report);

        Assert.Contains("events of the pipeline, whose filter is not known", html);
        Assert.Contains("how they were filtered before is not known", html);
    }

    [GeneratedRegex(@"<(?<name>[a-zA-Z!][^\s>/]*)(?<rest>[^>]*)>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"</[a-zA-Z0-9]+>")]
    private static partial Regex Closing();

    [GeneratedRegex("([\\w:-]+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Target();

    [GeneratedRegex("<a href=\"#step-[^>]* aria-label=\"[^\"]+\">")]
    private static partial Regex Drawn();

    [GeneratedRegex(@"(?<![\d,.])1 (change|read|record|duplicate|event)\b")]
    private static partial Regex OneOfSome();

    [GeneratedRegex(@"(?<![\d,.])1 (changes|reads|retries|records|duplicates|events|calls)\b")]
    private static partial Regex OneOfMany();

    [GeneratedRegex("<tr id=\"step-")]
    private static partial Regex StepRow();
}
