using System.Text;
using System.Text.RegularExpressions;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>The page for a person with a keyboard, and on paper, in headless Chromium.</summary>
public sealed partial class KeyboardAndPaperTests : IDisposable
{
    // Gives the focus to all that can have it, and tells what does not take it, does not show it, or has no name.
    private const string Focus = """
        <script>addEventListener('load', () => {
        const shown = e => { const s = getComputedStyle(e), m = e.querySelector('.mark'), t = m && getComputedStyle(m);
          return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.position, t && t.stroke, t && t.strokeWidth].join(); };
        const all = [...document.querySelectorAll('a[href],summary,[tabindex="0"]')], wrong = [];
        for (const e of all) {
          document.activeElement.blur();
          const before = shown(e);
          e.focus({ focusVisible: true });
          if (document.activeElement !== e) wrong.push('no focus: ' + e.outerHTML.slice(0, 80));
          else if (shown(e) === before) wrong.push('not shown: ' + e.outerHTML.slice(0, 80));
          if (!(e.textContent.trim() || e.getAttribute('aria-label'))) wrong.push('no name: ' + e.outerHTML.slice(0, 80));
        }
        const reached = new Set(all.map(e => e.getAttribute('href')));
        for (const row of document.querySelectorAll('tr[id^=step-]'))
          if (!reached.has('#' + row.id)) wrong.push('not reached: ' + row.id);
        document.title = JSON.stringify([all.length, document.querySelectorAll('tr[id^=step-]').length, wrong]);
        })</script>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("report-");

    public void Dispose() => _folder.Delete(recursive: true);

    [BrowserFact]
    public async Task Every_step_is_reached_by_the_keyboard_and_shows_that_it_is()
    {
        // What is folded is looked at too, and the policy would forbid the script.
        var page = Policy().Replace(Reports.Of(Fixture.Sample(), new TrailReportOptions()), string.Empty).Replace("<details", "<details open").Replace("</body>", Focus + "</body>");

        var dom = await HeadlessBrowser.RunAsync("--dump-dom", Kept(page));

        var told = Title().Match(dom).Groups[1].Value;
        Assert.Matches("""^\[\d{3},\d{2},\[]]$""", told);
    }

    [BrowserFact]
    public async Task On_paper_an_incident_begins_a_page()
    {
        var page = Reports.Of([Fixture.Incident("never-acknowledged"), Fixture.Incident("started-by-alarm")], new TrailReportOptions());

        Assert.True(await PagesAsync(page) > await PagesAsync(page.Replace("break-before:page", "break-before:auto")), "no page was begun");
    }

    private async Task<int> PagesAsync(string page)
    {
        var paper = Path.Combine(_folder.FullName, "page.pdf");
        await HeadlessBrowser.RunAsync("--no-pdf-header-footer", $"--print-to-pdf={paper}", Kept(Policy().Replace(page, string.Empty)));
        var pages = PdfPage().Count(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(paper)));
        Assert.True(pages > 0, "nothing was printed");
        return pages;
    }

    private string Kept(string page)
    {
        var path = Path.Combine(_folder.FullName, "page.html");
        File.WriteAllText(path, page);
        return new Uri(path).AbsoluteUri;
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex Policy();

    [GeneratedRegex("<title>(.*?)</title>")]
    private static partial Regex Title();

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex PdfPage();
}
