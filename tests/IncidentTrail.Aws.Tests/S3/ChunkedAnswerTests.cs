using System.Text;
using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>
/// An answer in chunks tells no length. AWSSDK.S3 4.1.0 gives it as 0, and where the entity tag is the MD5 of the body, disposing of
/// it unread throws: the tag is compared with the MD5 of nothing (findings/awssdk-s3-chunked-is-of-no-length.sh).
/// </summary>
public sealed class ChunkedAnswerTests
{
    private static readonly string Key = TrailKeys.Log("2026-03-10 14:15");

    [Fact]
    public async Task Has_no_length_and_is_let_go_of_unread()
    {
        using var server = new BucketServer();
        server.Answer = _ => new BucketAnswer(200, "hello"u8.ToArray())
        {
            IsChunked = true,
            Headers = { ["ETag"] = "\"5d41402abc4b2a76b9719d911017c592\"" },
        };
        using var client = S3ClientTests.Client(server);

        var opened = new S3Object(await client.GetAsync(Key, 0, null, client.Begin(), CancellationToken.None));

        Assert.Null(opened.Headers.Length);
        opened.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_log_is_read(bool isListed)
    {
        using var server = new BucketServer();
        var log = WatchedTrail.Zipped($$"""{"Records":[{{WatchedTrail.RecordOf("one")}}]}""");
        server.Content.Put(Key, log);
        server.Answer = r => r.IsObject ? new BucketAnswer(200, log) { IsChunked = true } : null;
        using var question = isListed ? new BucketQuestion(server) : S3ClientTests.Question(server, Key);
        var session = new TrailSession(new TrailQuery(), question.Coverage);

        var events = new List<string?>();
        await foreach (var batch in session.ReadAsync(question.Source, CancellationToken.None))
            events.AddRange(batch.Events.Select(e => e.EventId));
        session.Finish();

        Assert.Equal(["one"], events);
        Assert.True(question.Coverage.IsComplete);
    }

    // What the list says of it is of the version that was listed.
    [Theory]
    [InlineData("01234")]
    [InlineData("0123456789ABC")]
    public async Task Of_another_version_than_was_listed_is_read(string body)
    {
        using var server = Server(body, "\"other\"");
        using var question = new BucketQuestion(server);

        Assert.Equal(body, Encoding.UTF8.GetString(Assert.Single(await question.ReadAsync()).Bytes!));
    }

    [Fact]
    public async Task Longer_than_was_listed_is_a_fault_and_is_not_read_on_and_on()
    {
        using var server = Server(new string('x', 1 << 20), "\"any-opaque-tag\"");
        using var question = new BucketQuestion(server);

        var fault = Assert.Single(await question.ReadAsync()).Fault!;

        Assert.Equal((TrailFaultKind.Connection, $"trail/{Key}"), (fault.Kind, fault.Target));
        Assert.Contains("more bytes came than the 10 it has", fault.Message);
        Assert.Contains("Check the network", fault.Remedy);
    }

    private static BucketServer Server(string body, string tag)
    {
        var server = new BucketServer();
        server.Content.Put(Key, new byte[10]);
        server.Answer = r => r.IsObject ? new BucketAnswer(200, Encoding.UTF8.GetBytes(body)) { IsChunked = true, Headers = { ["ETag"] = tag } } : null;
        return server;
    }
}
