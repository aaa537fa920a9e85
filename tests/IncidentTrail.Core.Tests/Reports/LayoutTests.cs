using System.Text.RegularExpressions;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>How the page divides its room, as headless Chromium lays it out.</summary>
public sealed class LayoutTests
{
    // Writes each cell's width, and its text line by line as it is broken.
    private const string Measure = """
        <script>addEventListener('load', () => {
          const lines = cell => {
            const found = [], texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange();
            let top = null;
            while (texts.nextNode()) for (let i = 0; i < texts.currentNode.length; i++) {
              range.setStart(texts.currentNode, i); range.setEnd(texts.currentNode, i + 1);
              const box = range.getBoundingClientRect();
              if (!box.width) continue;
              if (box.top !== top) { found.push(''); top = box.top; }
              found[found.length - 1] += texts.currentNode.data[i];
            }
            return found;
          };
          const out = [...document.querySelectorAll('.scroll td:not(.see)')].map(cell =>
            `${getComputedStyle(cell).getPropertyValue('--column').replaceAll('"', '')}|${cell.offsetWidth}|${lines(cell).join('~')}`);
          out.push('beyond|' + Math.max(...[...document.querySelectorAll('.scroll')].map(table => table.scrollWidth - table.clientWidth)) + '|');
          out.push('page|' + document.documentElement.scrollWidth + '|');
          document.body.innerHTML = '<pre>' + out.join('\n') + '</pre>';
        });</script><main
        """;

    private static readonly TrailIncident s_changed = Fixture.Incident("changed-the-day-before", TimeSpan.FromDays(7));

    [BrowserFact]
    public async Task In_a_wide_page_what_happened_has_more_room_than_what_ties_it()
    {
        var steps = await CellsAsync(Reports.Of(Fixture.Sample()[1]), width: 1280);
        var changes = await CellsAsync(Reports.Of(s_changed), width: 1280);

        Assert.True(Width(steps, "Step") > 2 * Width(steps, "Link"));
        Assert.True(Width(changes, "Change") > 1.5 * Width(changes, "Basis"));
        Assert.All([steps, changes], cells => Assert.Equal((0, 1280), (Width(cells, "beyond"), Width(cells, "page"))));
    }

    [BrowserFact]
    public async Task In_a_wide_page_no_caller_or_role_is_broken_inside_a_name()
    {
        var cells = await CellsAsync(Reports.Of(s_changed), width: 1280);

        var broken = cells.Where(cell => cell.Column is "Caller").SelectMany(cell => cell.Lines.SkipLast(1));
        Assert.All(broken, line => Assert.Matches("[/ -]$", line));
        Assert.Contains(cells.Where(cell => cell.Column is "Credentials").SelectMany(cell => cell.Lines), line => line.EndsWith(":role/", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task On_a_phone_the_page_is_no_wider_than_its_window()
    {
        // Headless Chromium's window is 500 wide at least.
        var cells = await CellsAsync(Reports.Of(Fixture.Sample()[1]), width: 500);

        Assert.Equal(500, Width(cells, "page"));
        Assert.InRange(Width(cells, "Step"), 400, 500);
    }

    private static int Width(List<(string Column, int Width, string[] Lines)> cells, string column) => cells.First(cell => cell.Column == column).Width;

    private static async Task<List<(string Column, int Width, string[] Lines)>> CellsAsync(string page, int width)
    {
        var measured = Regex.Replace(page, "<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "").Replace("<main", Measure.TrimEnd());
        using var server = new PageServer(measured);
        var dom = await HeadlessBrowser.RunAsync("--hide-scrollbars", $"--window-size={width},2000", "--dump-dom", $"http://127.0.0.1:{server.Port}/page");
        var text = dom[(dom.IndexOf("<pre>", StringComparison.Ordinal) + 5)..dom.IndexOf("</pre>", StringComparison.Ordinal)];
        return [.. text.Split('\n').Select(line => line.Split('|')).Select(parts => (parts[0], int.Parse(parts[1]), parts[2].Split('~')))];
    }
}
