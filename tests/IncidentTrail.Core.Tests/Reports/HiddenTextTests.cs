using System.Text.Json;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>What people wrote, and names that stand in requests, in reports with labels.</summary>
public sealed class HiddenTextTests
{
    private static readonly TrailReportFormat[] s_forms = Enum.GetValues<TrailReportFormat>();

    [Fact]
    public void Titles_and_summaries_of_one_second_are_in_no_remark_step_or_row()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"),
            MadeCalls.Update("10:01:00", new { title = "Zebra one", summary = "Yak one" }),
            MadeCalls.Update("10:01:00", new { title = "Zebra two", summary = "Yak two" }, by: "bob"));
        var overwritten = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"),
            MadeCalls.Update("10:01:00", new { title = "Zebra one", summary = "Yak one" }),
            MadeCalls.Update("10:01:00", new { title = "Zebra two", summary = "Yak two" }, by: "bob"),
            MadeCalls.Update("10:02:00", new { title = "Zebra three", summary = "Yak three" }));

        Assert.Contains(incident.Remarks, r => r.Contains("Zebra one or Zebra two", StringComparison.Ordinal));
        Assert.Contains("previous value not certain: Yak one or Yak two", overwritten.Summaries[^1].Overwrote);
        foreach (var form in s_forms)
        {
            var text = Hidden(form, incident, overwritten);
            Assert.DoesNotContain("Zebra", text);
            Assert.DoesNotContain("Yak", text);
            Assert.Contains("previous value not certain", text);
        }
        Assert.Contains("The title is not certain", Hidden(TrailReportFormat.Markdown, incident));
    }

    [Fact]
    public void Impacts_of_one_second_are_told()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Update("10:01:00", new { impact = 2 }), MadeCalls.Update("10:01:00", new { impact = 4 }, by: "bob"));

        Assert.Contains("The impact is not certain: 2 or 4, set in one second.", Hidden(TrailReportFormat.Markdown, incident));
    }

    // The number of a ticket is what somebody wrote.
    [Fact]
    public void Titles_of_digits_are_in_no_remark()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Update("10:01:00", new { title = "471100" }), MadeCalls.Update("10:01:00", new { title = "471101" }, by: "bob"));

        Assert.Contains(incident.Remarks, r => r.Contains("471100 or 471101", StringComparison.Ordinal));
        foreach (var form in s_forms)
            Assert.DoesNotContain("47110", Hidden(form, incident));
    }

    [Fact]
    public void A_step_quotes_no_text_among_its_own_words()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"),
            MadeCalls.Update("10:01:00", new { summary = "one\n\ntwo" }), MadeCalls.Update("10:01:00", new { summary = "three" }, by: "bob"),
            MadeCalls.Update("10:02:00", new { summary = "four" }));

        Assert.Equal("alice set the summary (previous value not certain): \"four\"", incident.Timeline[^1].Text);
    }

    [Fact]
    public void A_summary_that_overwrote_nothing_known_says_so()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Update("10:01:00", new { summary = "Yak" }));
        using var report = JsonDocument.Parse(Hidden(TrailReportFormat.Json, incident));

        Assert.Equal(
            "previous value not in the trail",
            report.RootElement.GetProperty("Incidents")[0].GetProperty("Summaries")[0].GetProperty("Overwrote").GetString());
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/staff/zelda", "zelda")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/Ops/zelda", "zelda")]
    [InlineData("arn:aws:sts::111122223333:federated-user/zelda", "zelda")]
    public void A_principal_that_a_plan_is_shared_with_has_a_label(string principal, string name)
    {
        var share = MadeCalls.Call("09:00:00", "AssociateResourceShare",
            new { resourceShareArn = "arn:aws:ram:us-east-1:111122223333:resource-share/x", principals = (string[])[principal], resourceArns = (string[])[MadeCalls.Plan] },
            source: "ram");
        var incident = Assert.Single(Fixture.Rebuild(
            MadeCalls.Events(share, MadeCalls.Start("10:00:00")), new TrailIncidentQuery { LookBack = TimeSpan.FromDays(1) }));

        Assert.Contains(name, Assert.Single(incident.ChangesBefore).Text);
        foreach (var form in s_forms)
            Assert.DoesNotContain(name, Hidden(form, incident));
        Assert.Matches(@"the principal Person \d", Hidden(TrailReportFormat.Markdown, incident));
    }

    [Fact]
    public void A_contact_that_is_named_like_a_word_of_ours_or_a_part_of_a_Region_changes_neither()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00"), MadeCalls.Engage("10:00:05", "us"), MadeCalls.Engage("10:00:06", "person", id: "e2"),
            MadeCalls.Engage("10:00:07", "certain", id: "e3"), MadeCalls.Engage("10:00:08", "iamuser", id: "e4"),
            MadeCalls.Engage("10:00:09", "east", id: "e5"));
        using var report = JsonDocument.Parse(Hidden(TrailReportFormat.Json, incident));
        var told = report.RootElement.GetProperty("Incidents")[0];

        Assert.Equal("us-east-1", told.GetProperty("Regions")[0].GetString());
        Assert.Equal("Person", told.GetProperty("Origin").GetString());
        Assert.Equal("Certain", told.GetProperty("TimeToEngage").GetProperty("Link").GetString());
        Assert.Equal("IamUser", told.GetProperty("Timeline")[0].GetProperty("CallerKind").GetString());
        Assert.Equal("IamUser", told.GetProperty("Callers")[0].GetProperty("Kind").GetString());
        Assert.EndsWith("engaged Contact 1", told.GetProperty("Timeline")[1].GetProperty("Text").GetString());
    }

    [Theory]
    [InlineData("mike-laptop-1")]
    [InlineData("mike-east-1-spare")]
    [InlineData("mike-us-east-1")]
    public void A_name_is_hidden_where_it_begins_what_reads_like_a_Region(string thing)
    {
        var start = MadeCalls.Call("10:00:00", "StartIncident",
            new { responsePlanArn = MadeCalls.Plan, triggerDetails = new { source = "x", triggerArn = $"arn:aws:foo:us-east-1:111122223333:thing/{thing}" } },
            new { incidentRecordArn = MadeCalls.Incident }, by: "mike");

        foreach (var form in s_forms)
            Assert.DoesNotContain("mike", Hidden(form, MadeCalls.Rebuilt(start)));
    }

    // Patterns take the sign for kelvin for a k, and a table of names does not.
    [Fact]
    public void A_letter_that_only_patterns_take_for_another_is_hidden_too()
    {
        var start = MadeCalls.Call("10:00:00", "StartIncident",
            new { responsePlanArn = MadeCalls.Plan, triggerDetails = new { source = "x", triggerArn = "arn:aws:foo:us-east-1:111122223333:thing/mi\u212Ae" } },
            new { incidentRecordArn = MadeCalls.Incident }, by: "mike");

        Assert.DoesNotContain("mi\u212Ae", Hidden(TrailReportFormat.Csv, MadeCalls.Rebuilt(start)));
    }

    private static string Hidden(TrailReportFormat form, params TrailIncident[] incidents) =>
        Reports.Of(incidents, new TrailReportOptions { Format = form, Pseudonymize = true });
}
