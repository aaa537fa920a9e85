using System.Text;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>When the bucket's client asks again, and when it has asked often enough.</summary>
public sealed class S3AttemptsTests
{
    private const string Key = "b.json.gz";

    [Theory]
    [InlineData(100)]
    [InlineData(9 << 20)]
    public async Task A_cut_body_is_resumed_where_it_was_cut(int length)
    {
        using var server = new BucketServer();
        var content = new byte[length];
        new Random(7).NextBytes(content);
        server.Content.Put(Key, content);
        var cuts = 0;
        server.Answer = request => cuts++ < 3 && server.Content.Answer(request, 1) is var whole
            ? whole with { CutAfter = whole.Body.Length / 2, Announced = whole.Body.Length } : null;
        using var question = Question(server, Key);

        Assert.Equal(content, Assert.Single(await question.ReadAsync()).Bytes);

        Assert.Equal(4, server.Requests.Count);
        Assert.False(server.Requests[0].Headers.ContainsKey("Range"));
        Assert.All(server.Requests.Skip(1), r => Assert.Equal("\"any-opaque-tag\"", r.Headers["If-Match"]));
        Assert.Equal(
            [length / 2, length / 2 + (length - length / 2) / 2],
            server.Requests.Skip(1).Take(2).Select(r => int.Parse(r.Headers["Range"]["bytes=".Length..^1])));
        Assert.All(server.Requests, request => Assert.True(request.IsSigned("secret")));
    }

    [Fact]
    public async Task A_server_without_ranges_begins_again_and_what_was_read_is_passed_over()
    {
        using var server = new BucketServer();
        var first = true;
        server.Answer = _ =>
        {
            var answer = new BucketAnswer(200, "0123456789"u8.ToArray());
            answer = first ? answer with { CutAfter = 4, Announced = 10 } : answer;
            first = false;
            return answer;
        };
        using var question = Question(server, Key);

        Assert.Equal("0123456789", Text(await question.ReadAsync()));
    }

    [Fact]
    public async Task What_is_cut_to_the_end_is_a_connection_that_failed()
    {
        using var server = new BucketServer();
        server.Answer = _ => new BucketAnswer(200, "0123456789"u8.ToArray()) { CutAfter = 0, Announced = 10 };
        using var question = Question(server, Key);

        var fault = Assert.Single(await question.ReadAsync()).Fault!;

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
        Assert.Equal($"trail/{Key}", fault.Target);
        Assert.Contains("in 5 attempts", fault.Message);
    }

    [Theory]
    [InlineData(503, "SlowDown")]
    [InlineData(503, null)]
    [InlineData(429, null)]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "KmsThrottled")]
    [InlineData(400, "KMS.ThrottlingException")]
    [InlineData(403, "OverLimit")]
    public async Task What_is_throttled_is_repeated_and_says_so_in_the_end(int status, string? code)
    {
        using var server = new BucketServer();
        server.Content.Put(Key, "content");
        var refusal = code is null ? new BucketAnswer(status, []) : BucketAnswer.Error(status, code);
        var refusals = 0;
        server.Answer = _ => refusals++ < 3 ? refusal : null;
        using (var question = Question(server, Key))
            Assert.Equal("content", Text(await question.ReadAsync()));

        server.Answer = _ => refusal;
        using (var question = Question(server, Key))
        {
            var fault = Assert.Single(await question.ReadAsync()).Fault!;
            Assert.Equal(TrailFaultKind.Throttled, fault.Kind);
            Assert.Contains("in 8 attempts", fault.Message);
        }

        Assert.Equal(4 + 8, server.Requests.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task What_fails_in_passing_is_repeated(int status)
    {
        using var server = new BucketServer();
        server.Content.Put(Key, "content");
        var failures = 0;
        server.Answer = _ => failures++ < 2 ? new BucketAnswer(status, []) : null;
        using var question = Question(server, Key);

        Assert.Equal("content", Text(await question.ReadAsync()));
    }

    [Fact]
    public async Task Many_that_are_slowed_down_together_all_come_through()
    {
        using var server = new BucketServer();
        var keys = Enumerable.Range(0, 300).Select(i => $"{i:D3}.json.gz").ToArray();
        foreach (var key in keys)
            server.Content.Put(key, key);
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        server.Answer = r => seen.AddOrUpdate(r.Target, 1, (_, count) => count + 1) <= 4 ? BucketAnswer.Error(503, "SlowDown") : null;
        using var question = Question(server, keys);

        Assert.Equal(keys, (await question.ReadAsync()).Select(read => Encoding.UTF8.GetString(read.Bytes!)));
    }

    [Fact]
    public async Task Credentials_that_expired_meanwhile_are_renewed_once_for_all()
    {
        using var server = new BucketServer();
        var keys = Enumerable.Range(0, 40).Select(i => $"{i:D2}.json.gz").ToArray();
        foreach (var key in keys)
            server.Content.Put(key, key);
        server.Answer = r => r.Headers["X-Amz-Security-Token"] == "token-1" ? BucketAnswer.Error(400, "ExpiredToken", "The token has expired.") : null;
        var credentials = new RenewableCredentials();
        using var question = new BucketQuestion(server, new TrailBucket { BucketName = "trail", Keys = keys }, credentials: credentials);

        Assert.Equal(keys, (await question.ReadAsync()).Select(read => Encoding.UTF8.GetString(read.Bytes!)));
        Assert.Equal(2, credentials.Made);

        server.Answer = _ => BucketAnswer.Error(400, "ExpiredToken", "The token has expired.");
        using var again = new BucketQuestion(server, new TrailBucket { BucketName = "trail", Keys = [Key] }, credentials: credentials);
        Assert.Equal(TrailFaultKind.Credentials, Assert.Single(await again.ReadAsync()).Fault!.Kind);
        Assert.Equal(3, credentials.Made);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_corrected_by_the_answer()
    {
        using var server = new BucketServer();
        server.Content.Put(Key, "content");
        var there = DateTimeOffset.UtcNow.AddHours(3);
        server.Answer = r => r.Headers["X-Amz-Date"].StartsWith(there.ToString("yyyyMMdd'T'HH"), StringComparison.Ordinal) ? null
            : BucketAnswer.Error(403, "RequestTimeTooSkewed") with { Headers = new() { ["Date"] = there.ToString("R") } };
        using var question = Question(server, Key);

        Assert.Equal("content", Text(await question.ReadAsync()));
    }

    // AWSSDK.Core 4.1.0 waits for x-amz-retry-after alone (findings/awssdk-retry-after-is-not-waited-for.sh).
    [Theory]
    [InlineData("7")]
    [InlineData("in seven seconds")]
    public async Task A_server_that_says_how_long_to_wait_is_waited_for(string told)
    {
        using var server = new BucketServer();
        server.Content.Put(Key, "content");
        // A date is of the server's clock, which need not be this machine's.
        var there = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var asks = told == "7" ? told : there.AddSeconds(7).ToString("R");
        var answers = 0;
        server.Answer = _ => answers++ > 0 ? null
            : new BucketAnswer(503, []) { Headers = { ["Retry-After"] = asks, ["Date"] = there.ToString("R") } };
        using var question = Question(server, Key);

        Assert.Equal("content", Text(await question.ReadAsync()));

        Assert.Equal(TimeSpan.FromSeconds(7), question.Clock.Passed);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    public async Task A_server_that_is_down_for_a_second_is_waited_for(int status)
    {
        using var server = new BucketServer();
        server.Content.Put(Key, "content");
        using var question = Question(server, Key);
        server.Answer = _ => question.Clock.Passed < TimeSpan.FromSeconds(1) ? new BucketAnswer(status, []) : null;

        Assert.Equal("content", Text(await question.ReadAsync()));

        Assert.InRange(server.Requests.Count, 4, 5);
    }

    // Left to themselves, AWSSDK.Core 4.1.0 sends such a request eleven times where MaxErrorRetry is 0
    // (ClientConfig.MaxStaleConnectionRetries, also on new connections), and .NET 10's HttpClient each of them four times.
    [Fact]
    public async Task A_server_that_hangs_up_without_an_answer_is_asked_five_times_in_all()
    {
        using var server = new BucketServer();
        server.Answer = _ => BucketAnswer.Nothing;
        using var question = Question(server, Key);

        var fault = Assert.Single(await question.ReadAsync()).Fault!;

        Assert.Equal((TrailFaultKind.Connection, 5), (fault.Kind, server.Requests.Count));
        Assert.Contains("in 5 attempts", fault.Message);
    }

    [Fact]
    public async Task Failures_of_every_kind_while_one_object_is_read_are_counted_together()
    {
        using var server = new BucketServer();
        server.Content.Put(Key, "content");
        // An answer that is cut before its first byte, and a connection without an answer, in turns.
        var answers = 0;
        server.Answer = _ => answers++ % 2 == 0 ? new BucketAnswer(200, "content"u8.ToArray()) { CutAfter = 0, Announced = 7 } : BucketAnswer.Nothing;
        using var question = Question(server, Key);

        Assert.Equal(TrailFaultKind.Connection, Assert.Single(await question.ReadAsync()).Fault!.Kind);

        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Cuts_are_no_limit_as_long_as_each_piece_brings_something()
    {
        using var server = new BucketServer();
        server.Content.Put(Key, new string('x', 4096));
        var cuts = 0;
        server.Answer = request => cuts++ < 9 && server.Content.Answer(request, 1) is var whole
            ? whole with { CutAfter = whole.Body.Length / 2, Announced = whole.Body.Length } : null;
        using var question = Question(server, Key);

        Assert.Equal(4096, Text(await question.ReadAsync()).Length);
    }

    private static BucketQuestion Question(BucketServer server, params string[] keys) =>
        new(server, new TrailBucket { BucketName = "trail", Keys = keys });

    private static string Text(List<(string Key, byte[]? Bytes, TrailFault? Fault)> read)
    {
        var (_, bytes, fault) = Assert.Single(read);
        Assert.Null(fault?.Message);
        return Encoding.UTF8.GetString(bytes!);
    }
}
