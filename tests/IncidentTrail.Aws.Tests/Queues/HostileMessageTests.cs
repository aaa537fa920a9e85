using System.Text.Json;
using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>Messages that somebody made to do harm: each is one warning at most, and the others go on.</summary>
public sealed class HostileMessageTests : IDisposable
{
    private readonly QueueServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("""{"s3Bucket":"trail","s3ObjectKey":["\ud800.json.gz"]}""")]
    [InlineData("""{"s3Bucket":"\udc00","s3ObjectKey":["a.json.gz"]}""")]
    [InlineData("""{"\ud800":"x","s3Bucket":7}""")]
    [InlineData("""{"Type":"Notification","Message":"\ud800"}""")]
    [InlineData("""{"Type":"\ud800","Message":"x"}""")]
    [InlineData("""{"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"trail"},"object":{"key":"\ud800"}}}]}""")]
    [InlineData("""{"detail-type":"AWS API Call via CloudTrail","detail":{"eventName":"\ud800"}}""")]
    [InlineData("""{"s3Bucket":"trail","s3ObjectKey":[1e400]}""")]
    [InlineData("""{"s3Bucket":"trail","s3ObjectKey":["a.json.gz",null]}""")]
    [InlineData("""{"s3Bucket":"trail","s3ObjectKey":[""]}""")]
    [InlineData("""{"s3Bucket":"trail","s3ObjectKey":["a\u0000b.json.gz"]}""")]
    [InlineData("""{"s3Bucket":"host.example/x?","s3ObjectKey":["a.json.gz"]}""")]
    [InlineData("""{"s3Bucket":"..","s3ObjectKey":["a.json.gz"]}""")]
    [InlineData("""{"s3Bucket":"user@host.example","s3ObjectKey":["a.json.gz"]}""")]
    [InlineData("""{"s3Bucket":"arn:aws:s3:us-east-1:111122223333:nothing","s3ObjectKey":["a.json.gz"]}""")]
    [InlineData("""{"s3Bucket":" ","s3ObjectKey":["a.json.gz"]}""")]
    public async Task It_stays_with_a_warning_and_the_next_is_given(string body)
    {
        var hostile = _server.Content.Send(body);
        using var watcher = new Watcher(_server);
        await watcher.UntilAsync(() => watcher.Warnings.Count == 1);
        WatchedTrail.Deliver(_server, "one");

        await watcher.UntilAsync(() => watcher.Events.Count == 1 && _server.Content.Messages.Count == 1);

        Assert.Same(hostile, Assert.Single(_server.Content.Messages));
        Assert.Contains(hostile.Id, Assert.Single(watcher.Warnings));
    }

    [Fact]
    public async Task An_event_is_given_however_deeply_its_caller_nested_what_was_asked()
    {
        const int Depth = 300;
        var nested = string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + "1" + new string('}', Depth);
        var record = WatchedTrail.RecordOf("one")[..^1] + $$""","requestParameters":{{nested}}}""";
        _server.Content.Send($$"""{"version":"0","detail-type":"AWS API Call via CloudTrail","source":"aws.ssm-incidents","detail":{{record}}}""");
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);

        Assert.Equal(["one"], watcher.Events);
        Assert.Empty(watcher.Warnings);
    }

    [Theory]
    [InlineData("../other/{0}")]
    [InlineData("AWSLogs/../../other/{0}")]
    [InlineData("./../other/{0}")]
    [InlineData("..%2Fother/{0}")]
    [InlineData("..\\other\\{0}")]
    public async Task A_key_never_leads_out_of_the_bucket_that_is_named(string key)
    {
        var name = WatchedTrail.KeyOf("secret").Split('/')[^1];
        _server.Content.Put("other", name, WatchedTrail.Zipped($$"""{"Records":[{{WatchedTrail.RecordOf("secret")}}]}"""));
        _server.Content.Send(JsonSerializer.Serialize(new { s3Bucket = "trail", s3ObjectKey = new[] { string.Format(key, name) } }));
        using var watcher = new Watcher(_server);
        await watcher.UntilAsync(() => watcher.Warnings.Count == 1);
        WatchedTrail.Deliver(_server, "one");

        await watcher.UntilAsync(() => watcher.Events.Count == 1);

        Assert.Equal(["one"], watcher.Events);
        Assert.All(_server.Calls.Where(call => call.Operation.Length == 0), call => Assert.StartsWith("/trail/", call.Target));
    }
}
