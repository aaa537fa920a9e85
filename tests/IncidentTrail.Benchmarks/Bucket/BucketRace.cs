using System.Globalization;
using System.Text;
using IncidentTrail.Benchmarks.Comparison;
using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>
/// Many small objects of a slow bucket: the module against other programs, turn by turn, so that another load on the machine
/// falls on both. Each time is measured behind an untimed round in which the answers are checked, as they are in the others.
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

        var text = new StringBuilder();
        var served = new ServedBucket(bucket, objects, corpus.IncidentManager);
        var what = $"{corpus.Files:N0} objects of {corpus.Compressed / 1e3 / corpus.Files:N0} KB, {options.Latency.TotalMilliseconds:N0} ms a request";
        if (options.Wants("read"))
            new ReadingRows(options, served).Measure(text, what);
        if (options.Wants("again"))
            new AgainRows(options, served).Measure(text, what);
        if (options.Wants("save"))
            new SavingRows(options, served).Measure(text, what);
        Console.WriteLine(text);
        if (options.Out is { } path)
            File.WriteAllText(path, text.ToString());
    }

    /// <summary>The header of a table and its rows; the last column compares each median with that of the other program.</summary>
    internal static void Table(StringBuilder text, string what, string compared, BucketReader? other, params ReadOnlySpan<(string Name, BucketReader? Reader)> rows)
    {
        ComparisonTable.Line(text, what, "seconds", "fastest", "processor seconds", compared);
        text.AppendLine("|---|--:|--:|--:|--:|");
        foreach (var (name, reader) in rows)
        {
            if (reader is null)
                ComparisonTable.Line(text, name, "not measured", "", "", "");
            else
                ComparisonTable.Line(
                    text, name, ComparisonTable.Seconds(reader.Median), ComparisonTable.Seconds(reader.Times.Min()),
                    ComparisonTable.Seconds(reader.ProcessorMedian), other is null ? "" : Ratio(compared, reader.Median, other.Median));
        }

        text.AppendLine();
    }

    private static string Ratio(string compared, double own, double other) =>
        (compared.StartsWith('×') ? own / other : other / own).ToString("0.00", CultureInfo.InvariantCulture);

    private CorpusSummary Corpus()
    {
        var made = new CorpusOptions { Size = 1350L * options.Records * options.Objects, RecordsInFile = options.Records };
        return CorpusMaker.Make(made, Path.Combine(options.Work, made.Name));
    }
}
