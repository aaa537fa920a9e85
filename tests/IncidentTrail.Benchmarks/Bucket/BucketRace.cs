using System.Globalization;
using System.Text;
using IncidentTrail.Benchmarks.Comparison;
using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>
/// Many small objects of a slow bucket: the module in a pwsh of its own each time, against <c>aws s3 cp --recursive</c>, turn
/// by turn, so that another load on the machine falls on both.
/// </summary>
internal sealed class BucketRace(BucketOptions options)
{
    internal void Run()
    {
        var corpus = Corpus();
        var objects = corpus.Logs().ToDictionary(
            path => Path.GetRelativePath(corpus.Folder, path).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes);
        using var bucket = new SlowBucket(objects, options.Latency);
        if (options.Hold > 0)
        {
            Console.WriteLine($"{bucket.Url} serves s3://{SlowBucket.Name}: {corpus}");
            Thread.Sleep(TimeSpan.FromSeconds(options.Hold));
            return;
        }

        var module = Module(bucket.Url);
        var cli = Cli(bucket.Url);
        BucketReader[] readers = [.. new[] { module, cli }.OfType<BucketReader>()];
        if (readers.Length == 0)
            throw new IOException("Neither pwsh nor aws is on PATH: there is nothing to measure.");
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var reader in readers)
            {
                var printed = reader.Run(isTimed: round > 0);
                Check(reader, bucket, objects.Count);
                if (reader == module && printed.Trim() != corpus.IncidentManager.ToString(CultureInfo.InvariantCulture))
                    throw new InvalidOperationException($"{reader.Name} gave {printed.Trim()} events where {corpus.IncidentManager:N0} are right.");
            }

            Console.Error.WriteLine(round == 0 ? "both read the same objects" : $"round {round} of {options.Rounds} done");
        }

        var text = Table(corpus, module, cli);
        Console.WriteLine(text);
        if (options.Out is { } path)
            File.WriteAllText(path, text);
    }

    private CorpusSummary Corpus()
    {
        var made = new CorpusOptions { Size = 1350L * options.Records * options.Objects, RecordsInFile = options.Records };
        return CorpusMaker.Make(made, Path.Combine(options.Work, made.Name));
    }

    private static BucketReader? Module(string url) => Tool.Find("pwsh") is not { } pwsh ? null : new BucketReader(
        "Get-IncidentTrailEvent in pwsh", pwsh, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command",
        $"Import-Module '{PlainQuery.Quote(SideBySide.ModulePath)}'; @(Get-IncidentTrailEvent -BucketName {SlowBucket.Name} -EndpointUrl {url}).Count");

    private BucketReader? Cli(string url)
    {
        if ((options.Aws ?? Tool.Find("aws")) is not { } aws)
            return null;
        var copy = Path.Combine(options.Work, "copy");
        return new BucketReader(
            "aws s3 cp --recursive", aws, "s3", "cp", "--recursive", "--only-show-errors", "--endpoint-url", url, $"s3://{SlowBucket.Name}/", copy);
    }

    private static void Check(BucketReader reader, SlowBucket bucket, int objects)
    {
        var (keys, requests) = bucket.Take();
        if (keys.Count != objects)
            throw new InvalidOperationException($"{reader.Name} read {keys.Count:N0} of {objects:N0} objects.");
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {reader.Name}: {requests:N0} requests, {(reader.Times is [.., var last] ? last : 0):N0} ms"));
    }

    private string Table(CorpusSummary corpus, BucketReader? module, BucketReader? cli)
    {
        var text = new StringBuilder();
        ComparisonTable.Line(
            text, $"{corpus.Files:N0} objects of {corpus.Compressed / 1e3 / corpus.Files:N0} KB, {options.Latency.TotalMilliseconds:N0} ms a request",
            "seconds", "fastest", "processor seconds", "times as fast");
        text.AppendLine("|---|--:|--:|--:|--:|");
        foreach (var (reader, name) in new[] { (module, "Get-IncidentTrailEvent in pwsh"), (cli, "aws s3 cp --recursive") })
        {
            if (reader is null)
                ComparisonTable.Line(text, name, "not measured", "", "", "");
            else
                ComparisonTable.Line(
                    text, name, ComparisonTable.Seconds(reader.Median), ComparisonTable.Seconds(reader.Times.Min()),
                    ComparisonTable.Seconds(reader.ProcessorMedian),
                    cli is null ? "" : (cli.Median / reader.Median).ToString("0.0", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
