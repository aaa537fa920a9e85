using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>The rows of the comparison, over the corpora that they read.</summary>
internal sealed class Entrants(ComparisonOptions options, PowerShellWorker? module, PowerShellWorker? bare) : IDisposable
{
    internal const string Wanted = "Incident Manager's events out of a mixed trail";
    internal const string Every = "Every event of the trail";
    internal const string Callers = "Who called, over the whole trail";
    internal const string Sessions = "Who called, where sessions are short";
    internal const string Incidents = "1,000 incidents of 67 events";
    internal const string Filters = "A filter with a literal part, `-AllServices`";
    internal const string Growth = "Growth, and one processor";

    private const long IncidentBytes = 1000 * CorpusIncident.Events * 1350;

    private readonly List<IDisposable> _open = [];

    /// <summary>All rows that were asked for.</summary>
    internal IEnumerable<Entrant> All()
    {
        var even = Make(options.Size, CorpusSpread.Even);
        if (options.Wants("im"))
        {
            yield return Module(Wanted, even, string.Empty, even.IncidentManager);
            var clustered = Make(options.Size, CorpusSpread.Clustered);
            yield return Module(Wanted, clustered, string.Empty, clustered.IncidentManager, "the same, in 5 % of the files");
        }
        if (options.Wants("duckdb"))
            yield return Duck(Wanted, even, db => db.IncidentManager(), even.IncidentManager);
        if (options.Wants("jq"))
            yield return Jq(even);
        if (options.Wants("convert"))
            yield return ConvertFromJson(even);
        if (options.Wants("all"))
        {
            yield return Module(Every, even, "-AllServices", even.Records);
            if (options.Wants("duckdb"))
                yield return Duck(Every, even, db => db.All(), even.Records);
        }
        if (options.Wants("callers"))
            yield return CallersOf(even, Callers);
        if (options.Wants("filters"))
        {
            foreach (var filter in CorpusQuestions.Filters(even))
                yield return Module(Filters, even, $"-AllServices {filter}", null);
        }
        if (options.Wants("sessions"))
        {
            var sessions = MakeSessions();
            yield return CallersOf(sessions, Sessions);
            if (options.Wants("duckdb"))
                yield return Duck(Sessions, sessions, db => db.Callers(), null, "DuckDB `GROUP BY`, the same lists");
        }
        if (options.Wants("typed"))
        {
            var typed = new TypedRows(Make(new CorpusOptions { Size = options.Size / 3, FreshSessions = 5 }));
            _open.Add(typed);
            foreach (var row in typed.All())
                yield return row;
        }
        if (options.Wants("incidents"))
            yield return IncidentsOf(Make(new CorpusOptions { Size = IncidentBytes, Incidents = true, RecordsInFile = 15 * CorpusIncident.Events }));
        if (options.Wants("small"))
        {
            foreach (var row in new SmallLogRows(MakeSmall(), module).All())
                yield return row;
        }
        if (!options.Wants("growth"))
            yield break;
        foreach (var part in new[] { 100, 10 })
        {
            var smaller = Make(options.Size / part, CorpusSpread.Even);
            yield return Module(Growth, smaller, string.Empty, smaller.IncidentManager, $"{smaller.Megabytes:N0} MB");
        }
        yield return OneProcessor(even);
        var single = MakeSingle();
        yield return Module(Growth, single, string.Empty, single.IncidentManager, $"one file of {single.Megabytes:N0} MB");
    }

    internal CorpusSummary Make(long size, CorpusSpread spread) => Make(new CorpusOptions { Size = size, Spread = spread });

    internal CorpusSummary MakeSessions() => Make(new CorpusOptions { Size = options.Size, FreshSessions = options.Fresh });

    /// <summary>100,000 logs where the size is the usual 1.5 GB.</summary>
    internal CorpusSummary MakeSmall() => Make(new CorpusOptions { Size = options.Size * 108 / 100, RecordsInFile = SmallLogRows.RecordsInFile });

    internal CorpusSummary MakeSingle() => Make(new CorpusOptions { Size = options.SingleSize, SingleFile = true });

    public void Dispose() => _open.ForEach(o => o.Dispose());

    /// <summary>The command whose events go nowhere; the count is the coverage's.</summary>
    internal static string Command(CorpusSummary corpus, string parameters, string cmdlet = "Get-IncidentTrailEvent") =>
        $"{cmdlet} -Path '{PlainQuery.Quote(corpus.Folder)}' {parameters} -CoverageVariable coverage | Out-Null; "
        + $"if ($coverage.RecordsRead -ne {corpus.Records}) {{ throw \"read $coverage\" }}; $coverage.RecordsKept";

    internal CorpusSummary Make(CorpusOptions corpus)
    {
        var folder = Path.Combine(options.Work, corpus.Name);
        if (CorpusSummary.Find(folder) is null)
            Console.Error.WriteLine($"making {folder}");
        return CorpusMaker.Make(corpus, folder);
    }

    private Entrant Module(string group, CorpusSummary corpus, string parameters, long? expected, string? note = null)
    {
        var name = $"`Get-IncidentTrailEvent -Path corpus{(parameters.Length > 0 ? " " + parameters : "")}`{(note is null ? "" : ", " + note)}";
        return new Entrant(group, name, module is null ? null : Run(module, Command(corpus, parameters))) { Corpus = corpus, Expected = expected };
    }

    private Entrant IncidentsOf(CorpusSummary corpus)
    {
        const string Cmdlet = "Get-IncidentTrailIncident";
        return new Entrant(Incidents, $"`{Cmdlet} -Path corpus`", module is null ? null : Run(module, Command(corpus, string.Empty, Cmdlet)))
        {
            Corpus = corpus, Expected = corpus.Records,
            Floor = module is null ? null : ("the events alone, `Get-IncidentTrailEvent -Path corpus`", Run(module, Command(corpus, string.Empty))),
        };
    }

    private Entrant CallersOf(CorpusSummary corpus, string group)
    {
        const string Cmdlet = "Get-IncidentTrailCaller";
        var has = module?.Hello.Commands.Contains(Cmdlet) == true;
        return new Entrant(group, $"`{Cmdlet} -Path corpus -AllServices`",
            has ? Run(module!, Command(corpus, "-AllServices", Cmdlet)) : null)
        { Corpus = corpus, Expected = corpus.Records };
    }

    private Entrant OneProcessor(CorpusSummary corpus)
    {
        var one = module is null ? null : PowerShellWorker.Open(SideBySide.ModulePath, oneProcessor: true);
        if (one is not null)
            _open.Add(one);
        return new Entrant(Growth, $"{corpus.Megabytes:N0} MB on one processor",
            one is null ? null : Run(one, Command(corpus, string.Empty)))
        { Corpus = corpus, Expected = corpus.IncidentManager };
    }

    private Entrant Duck(string group, CorpusSummary corpus, Func<DuckDb, long> ask, long? expected, string name = "DuckDB `read_json`, the same columns")
    {
        var db = new DuckDb(corpus.Folder, SideBySide.Threads);
        _open.Add(db);
        return new Entrant(group, name, () => Entrant.Timed(() => ask(db))) { Corpus = corpus, Expected = expected };
    }

    private Entrant Jq(CorpusSummary corpus)
    {
        var (list, scale) = Slice(corpus, options.Slice * 5);
        return new Entrant(Wanted, $"`zcat \\| jq`{Scaled(scale)}",
            Tool.Find("jq") is null ? null : () => Entrant.Timed(() => PlainQuery.Jq(list)!.Count) with { ProcessorMs = double.NaN })
        { Corpus = corpus, Scale = scale };
    }

    private Entrant ConvertFromJson(CorpusSummary corpus)
    {
        var (list, scale) = Slice(corpus, options.Slice);
        return new Entrant(Wanted, $"`ConvertFrom-Json \\| Where-Object`{Scaled(scale)}",
            bare is null ? null : Run(bare, PlainQuery.ConvertFromJson(list, "Measure-Object | ForEach-Object Count")))
        { Corpus = corpus, Scale = scale };
    }

    private static string Scaled(double scale) => scale > 1 ? $", 1/{scale:N0} of the files, scaled" : string.Empty;

    private (string List, double Scale) Slice(CorpusSummary corpus, int thousandths)
    {
        var logs = corpus.Logs();
        var taken = Math.Clamp(logs.Length * thousandths / 1000, 1, logs.Length);
        var list = Path.Combine(options.Work, $"slice-{taken}.txt");
        File.WriteAllLines(list, logs.Take(taken));
        return (list, (double)logs.Length / taken);
    }

    internal static Func<Entrant.Outcome> Run(PowerShellWorker worker, string script) =>
        () => worker.Run(script) is var answer ? new Entrant.Outcome(answer.Ms, answer.ProcessorMs, answer.Count) : default;
}
