using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentTrail.Tests.Sessions;

/// <summary>What is held of texts and of archives in memory, once it was read.</summary>
public sealed class HeldContentTests : IDisposable
{
    private const int Megabyte = 1 << 20;
    private const int Most = (int)(EngineLimits.HeldToCompare / Megabyte);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidenttrail-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("texts")]
    [InlineData("logs.tar")]
    [InlineData("logs.tar.gz")]
    public async Task No_more_is_held_than_is_compared(string form)
    {
        var coverage = new TrailCoverage();
        var session = new TrailSession(new TrailQuery { AllServices = true }, coverage);
        var contents = await ReadAsync(session, form, Most + 16);

        // What read them may be let go of a moment after the last was given.
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (contents.Count(content => content.IsAlive) > Most && !guard.IsCancellationRequested)
        {
            GC.Collect();
            await Task.Delay(10);
        }

        Assert.InRange(contents.Count(content => content.IsAlive), 1, Most);
        Assert.Equal(Most + 16, coverage.RecordsKept);
        GC.KeepAlive(session);
    }

    [Theory]
    [InlineData("logs.tar")]
    [InlineData("logs.tar.gz")]
    public async Task A_log_of_an_archive_that_is_no_longer_held_is_found_again_to_be_compared(string form)
    {
        var (coverage, texts) = (new TrailCoverage(), new List<string>());
        var session = new TrailSession(new TrailQuery { AllServices = true }, coverage);
        var source = Source(form, Most + 3);
        var copies = new TextSource([Record(Most + 1).Replace("alice", "mallory"), Record(Most + 2).Replace("alice", "\\u0061lice"), Record(0).Replace("alice", "mallory")]);

        foreach (var read in (ITrailSource[])[source, copies])
        {
            await foreach (var batch in session.ReadAsync(read, CancellationToken.None))
                texts.AddRange(batch.Notices.Select(notice => notice.Text));
        }

        Assert.Equal((3, 2), (coverage.RecordsDuplicate, coverage.RecordsConflicting));
        Assert.Equal(2, texts.Count(text => text.Contains("may have been edited")));
        Assert.Single(texts, text => text.Contains("says the same"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<List<WeakReference>> ReadAsync(TrailSession session, string form, int logs)
    {
        var contents = new List<WeakReference>();
        await foreach (var _ in session.ReadAsync(new Watched(Source(form, logs), contents), CancellationToken.None))
        {
        }
        return contents;
    }

    private ITrailSource Source(string form, int logs)
    {
        var texts = Enumerable.Range(0, logs).Select(i => Record(i).PadRight(Megabyte)).ToList();
        if (form == "texts")
            return new TextSource(texts);
        var path = Path.Combine(_folder.FullName, form);
        if (!File.Exists(path))
            Pack(path, texts);
        return new FileSource([path]);
    }

    private static void Pack(string path, List<string> texts)
    {
        using var file = File.Create(path);
        using var gzip = path.EndsWith("gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : null;
        using var tar = new TarWriter((Stream?)gzip ?? file);
        for (var i = 0; i < texts.Count; i++)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{i:000}.json") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(texts[i])) });
    }

    private static string Record(int id) => TrailSessionTests.Record($"{id}");

    // Sees what is held of each log, as the source gives it.
    private sealed class Watched(ITrailSource source, List<WeakReference> contents) : ITrailSource
    {
        public string Name => source.Name;

        public int ReadAheadFor(TrailQuery query) => 2;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var item in source.ListAsync(query, entry, token))
            {
                if (item is FoundLog { Held: { } held })
                    contents.Add(new WeakReference(held.Bytes));
                yield return item;
            }
        }
    }
}
