using System.Diagnostics;

namespace IncidentTrail.Tests.Reports;

/// <summary>A headless Chromium with a profile of its own, from its start to its end.</summary>
internal static class HeadlessBrowser
{
    /// <summary>Runs it, and gives what it wrote.</summary>
    internal static async Task<string> RunAsync(params string[] arguments)
    {
        var profile = Directory.CreateTempSubdirectory("browser-");
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(BrowserFactAttribute.Browser!,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--virtual-time-budget=3000", $"--user-data-dir={profile.FullName}", .. arguments,
            ])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = browser.StandardError.ReadToEndAsync();
            var output = await browser.StandardOutput.ReadToEndAsync();
            await browser.WaitForExitAsync();
            await errors;
            return output;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
