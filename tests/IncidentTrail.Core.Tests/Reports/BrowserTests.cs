using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>The page in headless Chromium: it renders, asks for nothing, and runs nothing that a log holds.</summary>
public sealed class BrowserTests
{
    private const string Attack = "</title></bdi><script>fetch('/ran')</script><img src=/image onerror=\"fetch('/ran')\"><svg onload=\"fetch('/ran')\">"
        + "<link rel=stylesheet href=/style><iframe src=/frame></iframe><style>*{background:url(/background)}</style>\" onfocus=\"fetch('/ran')\" autofocus x=\"";

    [BrowserFact]
    public async Task Nothing_is_fetched_and_no_script_of_a_log_runs()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Start("10:00:00", title: Attack).With("userAgent", Attack), MadeCalls.Note("10:01:00", "n1", Attack),
            MadeCalls.Update("10:02:00", new { summary = Attack }, by: Attack));

        var (dom, asked) = await OpenAsync(Reports.Of([incident], new TrailReportOptions { IncludeSensitive = true }));

        Assert.Equal(["/page"], asked);
        Assert.Contains("fetch('/ran')", dom);
        Assert.DoesNotContain("<script", dom);
        Assert.DoesNotContain("<img", dom);
        Assert.DoesNotContain("<iframe", dom);
    }

    [BrowserFact]
    public async Task The_policy_alone_would_stop_what_slipped_through()
    {
        var page = Reports.Of(Fixture.Incident("never-acknowledged")).Replace("<main", Attack + "<main");

        var (_, asked) = await OpenAsync(page);

        Assert.Equal(["/page"], asked);
    }

    [BrowserFact]
    public async Task The_same_text_in_a_page_without_escapes_and_policy_does_run()
    {
        var (_, asked) = await OpenAsync("<!DOCTYPE html><title>x</title><body>" + Attack);

        Assert.Contains("/ran", asked);
        Assert.Contains("/image", asked);
    }

    [BrowserFact]
    public async Task It_renders_with_its_own_style()
    {
        var (dom, _) = await OpenAsync(Reports.Of(Fixture.Sample()[1]));

        Assert.Contains("<svg", dom);
        Assert.Contains("Checkout fails after deployment 4711", dom);
    }

    private static async Task<(string Dom, IReadOnlyList<string> Asked)> OpenAsync(string page)
    {
        using var server = new PageServer(page);
        var dom = await HeadlessBrowser.RunAsync("--dump-dom", $"http://127.0.0.1:{server.Port}/page");
        return (dom, [.. server.Asked.Where(path => path != "/favicon.ico")]);
    }
}
