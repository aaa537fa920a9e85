using System.Runtime.CompilerServices;
using System.Text;
using IncidentTrail.Checkpoints;
using static IncidentTrail.Tests.Checkpoints.KeptFolder;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>A file that is written on between the look that found it whole and its reading.</summary>
public sealed class FileBeingWrittenTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("written").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_that_is_still_being_written_is_given_when_it_is_whole_and_not_called_broken(bool isGzip)
    {
        var lines = Encoding.UTF8.GetBytes(Lines(0, 3));
        var (first, more) = isGzip ? (Zipped(lines), Zipped(Encoding.UTF8.GetBytes(Lines(3, 5)))) : (lines, Encoding.UTF8.GetBytes(Lines(3, 5)));
        var path = Path.Combine(_folder, isGzip ? "calls.json.gz" : "calls.json");
        await File.WriteAllBytesAsync(path, first);
        var coverage = new TrailCoverage();
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        var session = new TrailSession(new TrailQuery { AllServices = true }, coverage, checkpoint);
        // Each reading of it is overtaken by whoever writes it.
        var written = new Queue<byte[]>([more[..^20], more[^20..]]);
        var source = new WrittenOn(new FileSource([_folder]), () => Append(path, written.TryDequeue(out var part) ? part : []));
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var given = new List<string?>();

        await foreach (var batch in session.ReadAsync(new WatchedSource(source, checkpoint, path: null, TimeSpan.FromMilliseconds(1)), guard.Token))
        {
            given.AddRange(batch.Events.Select(each => each.EventId));
            if (given.Count >= 3 && written.Count == 1)
                Append(path, written.Dequeue());
            if (given.Count == 5)
                break;
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(Id), given);
        Assert.Empty(coverage.Faults);
        Assert.Equal(0, coverage.RecordsInvalid);
    }

    private static void Append(string path, byte[] part)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(part);
    }

    private static byte[] Zipped(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionLevel.Fastest))
            gzip.Write(content);
        return zipped.ToArray();
    }

    private sealed class WrittenOn(ITrailSource source, Action write) : ITrailSource
    {
        public string Name => source.Name;

        public int ReadAheadFor(TrailQuery query) => 1;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var item in source.ListAsync(query, entry, token))
            {
                yield return item is not FoundLog found ? item : new FoundLog(found.Log, stop =>
                {
                    write();
                    return found.OpenAsync(stop);
                });
            }
        }
    }
}
