using System.Text.RegularExpressions;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>From a step to its record and its note, and back.</summary>
public sealed partial class LinkTests
{
    private static readonly string s_html = Reports.Of(MadeCalls.Rebuilt(
        MadeCalls.Start("10:00:00"), MadeCalls.Note("10:05:00", "n1", "First"), MadeCalls.Update("10:06:00", new { summary = "Text" })));

    [Fact]
    public void A_step_leads_to_its_record_and_the_record_back()
    {
        var step = Row("step-1-1");
        var record = RecordLink().Match(step).Groups[1].Value;
        var told = s_html[s_html.IndexOf($"id=\"{record}\"", StringComparison.Ordinal)..];

        Assert.Contains("StartIncident", told[..told.IndexOf("</pre>", StringComparison.Ordinal)]);
        Assert.StartsWith("<p>Told in <a href=\"#step-1-1\">step 1</a></p>", told[(told.IndexOf('>', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void A_step_that_wrote_a_note_and_the_note_lead_to_each_other()
    {
        Assert.Contains("<a href=\"#note-1-1\">note 1</a>", Row("step-1-2"));
        Assert.Contains("<a href=\"#step-1-2\">step 2</a>", Row("note-1-1"));
        Assert.DoesNotContain("#note-", Row("step-1-1"));
    }

    [Fact]
    public void A_place_to_follow_to_lies_inside_what_is_folded_so_that_it_opens()
    {
        var record = s_html.IndexOf("id=\"record-1\"", StringComparison.Ordinal);
        var before = s_html[..record];

        Assert.Equal(before.LastIndexOf("</summary>", StringComparison.Ordinal) + "</summary>".Length, before.LastIndexOf('<'));
    }

    [Fact]
    public void With_labels_for_people_steps_lead_to_no_record()
    {
        var html = Reports.Of([Fixture.Incident("notes-audited")], new TrailReportOptions { Pseudonymize = true });

        Assert.DoesNotContain("record-", html);
        Assert.Contains("#note-1-1", html);
    }

    [Fact]
    public void Markdown_names_the_number_that_the_row_and_the_record_carry()
    {
        var markdown = Reports.Of(Fixture.Incident("notes-audited"), TrailReportFormat.Markdown);

        Assert.Matches(@"\| 1 \| 20\d\d-.* record 1 \|", markdown);
        Assert.Contains("<summary>1. 20", markdown);
    }

    private static string Row(string id)
    {
        var start = s_html.IndexOf($"<tr id=\"{id}\"", StringComparison.Ordinal);
        return s_html[start..s_html.IndexOf("</tr>", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<a href=\"#(record-[0-9]+)\">")]
    private static partial Regex RecordLink();
}
