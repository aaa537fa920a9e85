using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Queues;

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
}
