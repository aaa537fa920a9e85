using System.Text.RegularExpressions;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>A report of several incidents: an index, and what they share once.</summary>
public sealed class SeveralIncidentsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reports-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_index_leads_to_each_of_them()
    {
        var html = Reports.Of(Reports.All.Value, new TrailReportOptions());

        for (var i = 1; i <= Reports.All.Value.Count; i++)
        {
            Assert.Contains($"<a href=\"#incident-{i}\">incident {i}</a>", html);
            Assert.Contains($"<h2 id=\"incident-{i}\">", html);
        }
        Assert.DoesNotContain("id=\"incidents\"", Reports.Of(Reports.All.Value[0]));
    }

    [Fact]
    public void A_change_before_several_is_written_once_and_each_leads_to_it()
    {
        var incidents = Sharing(20, 30);
        var html = Reports.Of(incidents, new TrailReportOptions());

        Assert.All(incidents, i => Assert.Equal(30, i.ChangesBefore.Count));
        Assert.Equal(30, Regex.Count(html, "<tr id=\"change-"));
        Assert.Equal(20, Regex.Count(html, "<a href=\"#change-1\">changes 1 to 30</a>"));
    }

    [Fact]
    public void A_page_does_not_grow_by_what_its_incidents_share()
    {
        var (few, many) = (Reports.Of(Sharing(20, 2), new TrailReportOptions()).Length, Reports.Of(Sharing(20, 102), new TrailReportOptions()).Length);

        Assert.InRange(many - few, 1, 100 * 4_000);
    }

    [Fact]
    public void A_change_that_one_incident_sees_otherwise_stands_with_that_incident()
    {
        // The same change is to the plan of one of them, and to something else for the other.
        var incidents = Reports.All.Value.Where(i => i.Changes.Any()).ToList();
        var html = Reports.Of(incidents, new TrailReportOptions());
        var rows = Regex.Count(html, "<tr id=\"change-");

        Assert.Equal(
            incidents.SelectMany(i => i.Changes.DistinctBy(Key)).DistinctBy(Key).Count(), rows);

        static (TrailEvent, TrailChangeScope, TrailLink, string) Key(TrailChange c) => (c.Event, c.Scope, c.Link, c.Basis);
    }

    [Fact]
    public void A_folder_has_a_page_each_and_every_link_leads_to_something()
    {
        var incidents = Sharing(3, 4);
        Assert.Equal(3, ReportFile.WriteFolder(_folder.FullName, Of(incidents), overwrite: true, evenReadOnly: false));
        var pages = _folder.GetFiles().ToDictionary(f => f.Name, f => File.ReadAllText(f.FullName));

        Assert.Equal(5, pages.Count);
        Assert.Equal(3, Regex.Count(pages["index.html"], "href=\"2026-[^\"]+-shop[^\"]*\\.html\""));
        Assert.Equal(4, Regex.Count(pages["changes.html"], "<tr id=\"change-"));
        foreach (var (name, html) in pages)
        {
            foreach (Match link in Regex.Matches(html, "href=\"([^\"#]*)(#([^\"]+))?\""))
            {
                var target = pages[link.Groups[1].Length == 0 ? name : link.Groups[1].Value];
                if (link.Groups[3].Success)
                    Assert.Contains($" id=\"{link.Groups[3].Value}\"", target);
            }
        }
    }

    [Fact]
    public void A_plans_name_cannot_leave_the_folder_and_pages_of_one_name_are_two()
    {
        var incidents = new[] { MadeCalls.Rebuilt(MadeCalls.Start("10:00:00")), MadeCalls.Rebuilt(MadeCalls.Start("10:00:00")) };
        ReportFile.WriteFolder(Path.Combine(_folder.FullName, "made"), Of(incidents), overwrite: true, evenReadOnly: false);

        Assert.Equal(3, Directory.GetFiles(Path.Combine(_folder.FullName, "made")).Length);
        Assert.All(Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories), f => Assert.Matches("^[A-Za-z0-9_-]+\\.html$", Path.GetFileName(f)));
    }

    [Fact]
    public void A_page_that_exists_is_overwritten_only_where_that_is_allowed()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "index.html"), "old");

        Assert.Throws<IOException>(() => ReportFile.WriteFolder(_folder.FullName, Of([MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"))]), overwrite: false, evenReadOnly: false));
        Assert.Equal("old", File.ReadAllText(Path.Combine(_folder.FullName, "index.html")));
    }

    private static TrailReport Of(IEnumerable<TrailIncident> incidents)
    {
        var report = new TrailReport(new TrailReportOptions());
        foreach (var incident in incidents)
            report.Add(incident);
        return report;
    }

    // Incidents of one morning, a minute apart, and changes of the night before to what none of them depends on.
    private static IReadOnlyList<TrailIncident> Sharing(int incidents, int changes) =>
    [
        .. Fixture.Rebuild(MadeCalls.Events(
            [
                .. Enumerable.Range(0, changes).Select(i => MadeCalls.Call(
                    $"01:{i / 60:00}:{i % 60:00}", "DeactivateContactChannel",
                    new { contactChannelId = MadeCalls.Contact("contact-channel", $"other-{i}", "c1") }, source: "ssm-contacts")),
                .. Enumerable.Range(0, incidents).Select(i => MadeCalls.Start(
                    $"10:{i:00}:00", $"arn:aws:ssm-incidents::111122223333:incident-record/shop/11111111-aaaa-4bbb-8ccc-{i:000000000000}")),
            ]), new TrailIncidentQuery { LookBack = TimeSpan.FromDays(7) }),
    ];
}
