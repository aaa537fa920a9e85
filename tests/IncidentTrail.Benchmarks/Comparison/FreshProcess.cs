using System.Globalization;
using System.Text;
using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>What only a pwsh of its own can tell: peak memory, the first event, and a first run before anything is compiled.</summary>
internal static class FreshProcess
{
    internal static string Measure(ComparisonOptions options, Entrants entrants, PowerShellWorker? module)
    {
        if (!options.Wants("fresh"))
            return string.Empty;
        var text = new StringBuilder();
        ComparisonTable.Line(text, "In a fresh pwsh, module imported", "seconds, first run", "peak memory above bare pwsh, MB");
        text.AppendLine("|---|--:|--:|");
        if (module is null)
        {
            ComparisonTable.Line(text, "(no pwsh on PATH)", "not measured", "not measured");
            return text.ToString();
        }
        var even = entrants.Make(options.Size, CorpusSpread.Even);
        var tenth = entrants.Make(options.Size / 10, CorpusSpread.Even);
        var single = entrants.MakeSingle();
        var bare = Median(options, null, "0");
        Row($"pwsh {module.Hello.Version} itself", bare);
        Row("the module imported, nothing read", Median(options, SideBySide.ModulePath, "0"));
        Row("first event, `\\| Select-Object -First 1`", Median(options, SideBySide.ModulePath,
            $"@(Get-IncidentTrailEvent -Path '{PlainQuery.Quote(even.Folder)}' | Select-Object -First 1).Count"));
        Row($"Incident Manager's events, {tenth.Megabytes:N0} MB", Median(options, SideBySide.ModulePath, Entrants.Command(tenth, string.Empty)));
        Row($"Incident Manager's events, {even.Megabytes:N0} MB", Median(options, SideBySide.ModulePath, Entrants.Command(even, string.Empty)));
        Row($"Incident Manager's events, one file of {single.Megabytes:N0} MB", Median(options, SideBySide.ModulePath, Entrants.Command(single, string.Empty)));
        Row($"`-AllServices`, {even.Megabytes:N0} MB", Median(options, SideBySide.ModulePath, Entrants.Command(even, "-AllServices")));
        var sessions = entrants.MakeSessions();
        Row($"`Get-IncidentTrailCaller -AllServices`, short sessions, {sessions.Megabytes:N0} MB",
            Median(options, SideBySide.ModulePath, Entrants.Command(sessions, "-AllServices", "Get-IncidentTrailCaller")));
        if (options.WantsByName("tenfold"))
        {
            var tenfold = entrants.Make(options.Size * 10, CorpusSpread.Even);
            Row($"`-AllServices`, {tenfold.Megabytes:N0} MB", Median(options, SideBySide.ModulePath, Entrants.Command(tenfold, "-AllServices")));
        }
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture,
            $"pwsh starts and imports the module in {module.Start.TotalSeconds:0.00} s, of which the import takes {module.Hello.ImportMs:N0} ms; bare pwsh's own peak is {bare.Peak / 1e6:N0} MB.");
        return text.ToString();

        void Row(string name, (double Ms, double Peak) found) => ComparisonTable.Line(
            text, name, ComparisonTable.Seconds(found.Ms), ((found.Peak - bare.Peak) / 1e6).ToString("N0", CultureInfo.InvariantCulture));
    }

    private static (double Ms, double Peak) Median(ComparisonOptions options, string? module, string script)
    {
        var answers = new List<PowerShellWorker.Answer>();
        for (var i = 0; i < Math.Min(options.Rounds, 3); i++)
        {
            using var worker = PowerShellWorker.Open(module)!;
            answers.Add(worker.Run(script));
        }
        return (Entrant.MedianOf(answers.ConvertAll(a => a.Ms)), Entrant.MedianOf(answers.ConvertAll(a => (double)a.Peak)));
    }
}
