using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>
/// A log that was damaged on its way. AWSSDK.S3 4.1.0 holds nothing that has a Content-Encoding to S3's checksums, and CloudTrail's logs
/// have one (findings/awssdk-s3-encoded-is-held-to-no-checksum.sh): here gzip's own checksum is looked at.
/// </summary>
public sealed class DamagedLogTests
{
    private static readonly string Key = TrailKeys.Log("2026-03-10 14:15");

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    [InlineData(null)]
    public async Task Is_told_of_whatever_its_encoding_says(string? encoding)
    {
        var stored = Stored($$"""{"Records":[{{WatchedTrail.RecordOf("one")}}]}""");
        var damaged = stored.ToArray();
        damaged[damaged.AsSpan().IndexOf("\"one\""u8) + 1] ^= 1;
        using var server = new BucketServer();
        var headers = new Dictionary<string, string> { ["x-amz-checksum-crc32"] = Convert.ToBase64String(Crc32.Hash(stored)) };
        if (encoding is not null)
            headers["Content-Encoding"] = encoding;
        server.Content.Put(Key, damaged, headers);
        using var question = new BucketQuestion(server);
        var session = new TrailSession(new TrailQuery(), question.Coverage);

        var events = new List<string?>();
        await foreach (var batch in session.ReadAsync(question.Source, CancellationToken.None))
            events.AddRange(batch.Events.Select(e => e.EventId));
        session.Finish();

        Assert.Equal(["nne"], events);
        var fault = Assert.Single(question.Coverage.Faults);
        Assert.Equal($"trail/{Key}", fault.Target);
        Assert.Contains("the gzip checksum does not fit the content", fault.Message);
        Assert.False(question.Coverage.IsComplete);
    }

    // Not made shorter, so that its letters stand in it.
    private static byte[] Stored(string text)
    {
        using var made = new MemoryStream();
        using (var gzip = new GZipStream(made, CompressionLevel.NoCompression))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return made.ToArray();
    }
}
