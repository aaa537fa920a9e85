using System.IO.Compression;
using System.Text;
using IncidentTrail.Checkpoints;
using IncidentTrail.Tests.Sql;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>A log that is damaged is told of once, and read when another has taken its place.</summary>
public sealed class DamagedLogTests : IDisposable
{
    private static readonly byte[] s_whole = Log("a", "b");

    private readonly string _folder = Directory.CreateTempSubdirectory("damaged").FullName;
    private byte[]? _stored;
    private int _faults;

    // The same size: what was changed on the way is no shorter than what was sent.
    private static byte[] Damaged => [.. s_whole[..^8], .. s_whole[^8..].Select(value => (byte)~value)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("111122223333_CloudTrail_us-east-1_20260102T0305Z_AbCdEfGhIjKlMnOp.json.gz")]
    [InlineData("export.json.gz")]
    public async Task A_file_of_the_same_size_that_replaces_it_is_read(string name)
    {
        await WriteAsync(name, Damaged, hour: 1);
        await ReadFolderAsync();
        Assert.Equal(1, _faults);
        Assert.Empty(await ReadFolderAsync());
        Assert.Equal(0, _faults);

        await WriteAsync(name, Log("c", "d"), hour: 2);

        Assert.Equal(["c", "d"], await ReadFolderAsync());
        Assert.Equal(0, _faults);
        Assert.Empty(await ReadFolderAsync());
    }

    [Fact]
    public async Task An_object_that_replaces_it_is_read()
    {
        await ReadObjectAsync(Damaged, "\"1\"");
        Assert.Equal(1, _faults);
        Assert.Empty(await ReadObjectAsync(Damaged, "\"1\""));
        Assert.Equal(0, _faults);

        Assert.Equal(["c", "d"], await ReadObjectAsync(Log("c", "d"), "\"2\""));
        Assert.Empty(await ReadObjectAsync(Log("c", "d"), "\"2\""));
    }

    private static byte[] Log(params string[] ids)
    {
        var records = ids.Select(id =>
            $$$"""{"eventVersion":"1.08","userIdentity":{"type":"AWSService"},"eventID":"{{{id}}}","eventTime":"2026-01-02T03:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","recipientAccountId":"111122223333"}""");
        var text = Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}""");
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.NoCompression))
            gzip.Write(text);
        return bytes.ToArray();
    }

    private async Task WriteAsync(string name, byte[] content, int hour)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, name), content);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, name), new DateTime(2026, 1, 3, hour, 0, 0, DateTimeKind.Utc));
    }

    private Task<List<string>> ReadFolderAsync() => ReadAsync(new FileSource([_folder]));

    private Task<List<string>> ReadObjectAsync(byte[] content, string tag)
    {
        var log = TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-02 03:05"), content.Length, etag: tag);
        return ReadAsync(new GivenLogs([new FoundLog(log, _ => ValueTask.FromResult<Stream>(new MemoryStream(content)))]));
    }

    private async Task<List<string>> ReadAsync(ITrailSource source)
    {
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1), _stored is null ? null : CheckpointText.Read(_stored, "checkpoint").State);
        var coverage = new TrailCoverage();
        var session = new TrailSession(new TrailQuery { AllServices = true }, coverage, checkpoint);
        var ids = new List<string>();
        await foreach (var batch in session.ReadAsync(new CheckpointedSource(source, checkpoint), CancellationToken.None))
            ids.AddRange(batch.Events.Select(given => given.EventId!));
        session.FinishBatch();
        session.Conclude();
        _faults = coverage.Faults.Count;
        _stored = CheckpointText.Write(KeptTrail.Scope, checkpoint.State());
        return ids;
    }
}
