using System.IO.Compression;
using System.Text;

namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>
/// Makes a trail as it lies in a bucket. Each file depends on the seed and its number alone, so files are made in
/// parallel and come out the same each time.
/// </summary>
internal static class CorpusMaker
{
    /// <summary>Raised where the records change: a corpus made before is then made again.</summary>
    internal const int Version = 1;

    /// <summary>When the trail begins.</summary>
    internal static readonly DateTime Start = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    private const int BytesInRecord = 1350;
    private const double Share = 0.005;
    private const int ClusterOf = 20;

    /// <summary>Makes the corpus in a folder, or finds it there.</summary>
    internal static CorpusSummary Make(CorpusOptions options, string folder)
    {
        if (CorpusSummary.Find(folder) is { } made)
            return made;
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"{folder} is not empty and holds no finished corpus: name another folder.");
        var records = Math.Max(options.Size / BytesInRecord, 1);
        var perFile = options.SingleFile ? records : options.RecordsInFile;
        var files = (int)((records + perFile - 1) / perFile);
        long total = 0, incidents = 0, inflated = 0, compressed = 0;
        Parallel.For(0, files, i =>
        {
            var count = Math.Min(perFile, records - i * perFile);
            var file = MakeFile(options, folder, i, count);
            Interlocked.Add(ref total, count);
            Interlocked.Add(ref incidents, file.Incidents);
            Interlocked.Add(ref inflated, file.Inflated);
            Interlocked.Add(ref compressed, file.Compressed);
        });
        var summary = new CorpusSummary(
            Path.GetFullPath(folder), options.Spread == CorpusSpread.Clustered, files, total, incidents, inflated, compressed);
        summary.Save();
        return summary;
    }

    private static (long Incidents, long Inflated, long Compressed) MakeFile(
        CorpusOptions options, string folder, int number, long count)
    {
        var random = new Random(HashCode(options.Seed, number));
        var place = CorpusPlace.Of(number, Start);
        var path = Path.Combine(folder, place.Key(random));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var share = options.Spread == CorpusSpread.Even ? Share : number % ClusterOf == 7 ? Share * ClusterOf : 0;
        var writer = new CorpusRecords(random, place, options.FreshSessions);
        var incident = options.Incidents ? new CorpusIncident(random, place) : null;
        long incidents = 0, inflated = 0;
        using (var file = File.Create(path))
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
        {
            var text = new StringBuilder("{\"Records\":[");
            for (long i = 0; i < count; i++)
            {
                if (i > 0)
                    text.Append(',');
                // The first record of the first file is wanted, so that the time to a first event is that of any trail.
                var wanted = options.Incidents || share > 0 && (i == 0 && number == 0 || random.NextDouble() < share);
                incidents += wanted ? 1 : 0;
                if (incident is not null)
                    incident.Write(text);
                else
                    writer.Write(text, wanted);
                if (text.Length > 1 << 20)
                    inflated += Flush(text, gzip);
            }
            text.Append("]}");
            inflated += Flush(text, gzip);
        }
        return (incidents, inflated, new FileInfo(path).Length);
    }

    private static long Flush(StringBuilder text, Stream into)
    {
        long written = 0;
        foreach (var chunk in text.GetChunks())
        {
            var bytes = Encoding.UTF8.GetBytes(chunk.ToArray());
            into.Write(bytes);
            written += bytes.Length;
        }
        text.Clear();
        return written;
    }

    // Of its own, since the runtime's differs from process to process.
    private static int HashCode(int seed, int number) =>
        (int)((((ulong)(uint)seed << 32 | (uint)number) * 0x9E3779B97F4A7C15UL) >> 33);
}
