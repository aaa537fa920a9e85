using System.Globalization;
using System.Reflection;
using System.Text;
using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>
/// The whole, side by side: in each round each row runs once, right behind its floor (inflation alone of the same files, where it
/// has no other), and its ratio is taken to that. So another load on the machine falls on both.
/// </summary>
internal sealed class SideBySide(ComparisonOptions options)
{
    // A corpus small enough that the slowest tool reads it whole: there the answers are compared.
    private const long CheckSize = 12_000_000;

    internal static int Threads => Environment.ProcessorCount;

    /// <summary>The module that this tree's build staged.</summary>
    internal static string ModulePath => Path.Combine(
        typeof(SideBySide).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "StagedModule").Value!,
        "IncidentTrail.psd1");

    internal void Run()
    {
        Directory.CreateDirectory(options.Work);
        using var module = PowerShellWorker.Open(ModulePath);
        using var bare = PowerShellWorker.Open(null);
        using var entrants = new Entrants(options, module, bare);
        var text = new StringBuilder();
        var check = entrants.Make(CheckSize, CorpusSpread.Even);
        text.AppendLine(module is null
            ? "pwsh is not on PATH: its rows are not measured."
            : AnswerCheck.Run(check, module, options.Work)).AppendLine();
        if (module is not null && options.Wants("sessions"))
        {
            var sessions = entrants.Make(new CorpusOptions { Size = CheckSize, FreshSessions = options.Fresh });
            text.AppendLine(AnswerCheck.RunSessions(sessions, module, options.Work)).AppendLine();
        }
        if (module is not null && options.Wants("small"))
            text.AppendLine(new SmallLogRows(entrants.MakeSmall(), module).Check()).AppendLine();
        var rows = entrants.All().ToList();
        var inflation = Measure(rows);
        text.Append(ComparisonTable.Rows(rows, inflation));
        text.Append(FreshProcess.Measure(options, entrants, module));
        Console.WriteLine(text);
        if (options.Out is { } path)
            File.WriteAllText(path, text.ToString());
    }

    private Dictionary<CorpusSummary, double> Measure(List<Entrant> rows)
    {
        var logs = rows.Select(r => r.Corpus).Distinct().ToDictionary(c => c, c => c.Logs());
        var alone = logs.Keys.ToDictionary(c => c, _ => new List<double>());
        foreach (var row in rows)
            row.WarmUp();
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var row in rows)
            {
                if (row is { IsMeasured: true, Floor: { } floor })
                {
                    row.Run(floor.Run());
                    continue;
                }
                var inflation = Entrant.Timed(() => PlainInflation.Run(logs[row.Corpus], Threads));
                if (inflation.Count != row.Corpus.Inflated)
                    throw new InvalidOperationException($"{row.Corpus.Folder} has changed: remove it.");
                alone[row.Corpus].Add(inflation.Ms);
                row.Run(inflation);
            }
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round} of {options.Rounds} done"));
        }
        return alone.ToDictionary(a => a.Key, a => Entrant.MedianOf(a.Value));
    }
}
