using System.Globalization;
using System.Text;
using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>A report as a folder: a page for each incident, one for the changes that several share, and an index.</summary>
internal sealed class ReportPages(ReportContent content, ReportNames names)
{
    private const string Index = "index.html";
    private const string Changes = "changes.html";

    /// <summary>The pages; the index is the last, so that it never leads to one that is not there.</summary>
    internal IEnumerable<ReportPage> Of(IReadOnlyList<ReportIncident> incidents)
    {
        var shared = new SharedChanges(incidents, Changes);
        var pages = Names(incidents);
        for (var i = 0; i < incidents.Count; i++)
            yield return new ReportPage(pages[i], content.OfOne(incidents[i], shared, new ReportLink("All incidents", Index)));
        if (shared.All.Count > 0)
            yield return new ReportPage(Changes, content.OfShared(shared, new ReportLink("All incidents", Index)));
        yield return new ReportPage(Index, content.OfIndex(
            incidents, i => pages[i - 1], shared.All.Count > 0 ? new ReportLink(SharedChanges.Title, Changes) : null));
    }

    // By day and plan, so that a page that is passed on says what it is; of a plan's name only what is safe in any file system.
    private List<string> Names(IReadOnlyList<ReportIncident> incidents)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pages = new List<string>();
        foreach (var incident in incidents.Select(i => i.Incident))
        {
            var day = incident.StartTimeUtc?.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture) ?? "start-not-read";
            var start = $"{day}-{Safe(names.Text(incident.ResponsePlan ?? "incident"))}";
            var name = start + ".html";
            for (var number = 2; !taken.Add(name); number++)
                name = string.Create(CultureInfo.InvariantCulture, $"{start}-{number}.html");
            pages.Add(name);
        }
        return pages;
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in text.Length > EngineLimits.PlanInFileName ? text[..EngineLimits.PlanInFileName] : text)
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-');
        return safe.ToString();
    }
}
