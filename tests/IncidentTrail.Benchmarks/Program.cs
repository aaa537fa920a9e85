using BenchmarkDotNet.Running;
using IncidentTrail.Benchmarks;
using IncidentTrail.Benchmarks.Bucket;
using IncidentTrail.Benchmarks.Comparison;
using IncidentTrail.Benchmarks.Corpus;
using IncidentTrail.Benchmarks.Watching;

try
{
    switch (args)
    {
        case ["corpus", .. var words]:
            var options = new Options(words, "size", "spread", "out", "seed", "single", "fresh", "incidents", "records");
            var corpus = new CorpusOptions
            {
                Size = options.Size("size", "100MB"),
                Spread = Enum.Parse<CorpusSpread>(options.Text("spread", "even"), ignoreCase: true),
                SingleFile = options.Has("single"),
                Incidents = options.Has("incidents"),
                RecordsInFile = options.Number("records", options.Has("incidents") ? 15 * CorpusIncident.Events : 1000),
                FreshSessions = options.Number("fresh", 0),
                Seed = options.Number("seed", 20260102),
            };
            Console.WriteLine(CorpusMaker.Make(corpus, options.Text("out", corpus.Name)));
            return 0;
        case ["compare", .. var words]:
            new SideBySide(new ComparisonOptions(new Options(words, ComparisonOptions.Names))).Run();
            return 0;
        case ["bucket", .. var words]:
            new BucketRace(new BucketOptions(new Options(words, BucketOptions.Names))).Run();
            return 0;
        case ["watch", .. var words]:
            new WatchLatency(new WatchOptions(new Options(words, WatchOptions.Names))).Run();
            return 0;
        default:
            BenchmarkSwitcher.FromAssembly(typeof(Options).Assembly).Run(args);
            return 0;
    }
}
catch (Exception e) when (e is ArgumentException or FormatException or IOException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
