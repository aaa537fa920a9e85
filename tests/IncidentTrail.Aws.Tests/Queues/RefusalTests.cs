using IncidentTrail.Aws.Queues;
using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>What cannot get better ends a watching at once; and where a queue is called, by what it is named.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly QueueServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(400, "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", TrailFaultKind.SourceNotFound)]
    [InlineData(400, "QueueDoesNotExist", null, TrailFaultKind.SourceNotFound)]
    [InlineData(403, "AccessDeniedException", null, TrailFaultKind.AccessDenied)]
    [InlineData(403, "InvalidClientTokenId", null, TrailFaultKind.Credentials)]
    [InlineData(403, "UnrecognizedClientException", null, TrailFaultKind.Credentials)]
    [InlineData(400, "ExpiredTokenException", null, TrailFaultKind.Credentials)]
    [InlineData(400, "InvalidAddress", null, TrailFaultKind.Argument)]
    public async Task A_refusal_ends_the_watching(int status, string type, string? queryError, TrailFaultKind kind)
    {
        _server.Answer = call => Task.FromResult<QueueAnswer?>(call.Operation == "ReceiveMessage" ? QueueAnswer.Refusal(status, type, queryError) : null);
        using var watcher = new Watcher(_server);

        var fault = await watcher.FaultAsync();

        Assert.Equal(kind, fault.Kind);
        Assert.NotNull(fault.Remedy);
        // Keys that have expired may have been renewed meanwhile: they are asked for once.
        Assert.InRange(_server.CountOf("ReceiveMessage"), 1, kind == TrailFaultKind.Credentials ? 2 : 1);
    }

    [Fact]
    public async Task Deleting_that_is_denied_ends_the_watching()
    {
        WatchedTrail.Deliver(_server, "one");
        _server.Answer = call => Task.FromResult<QueueAnswer?>(
            call.Operation == "DeleteMessageBatch" ? QueueAnswer.Refusal(403, "AccessDeniedException") : null);
        using var watcher = new Watcher(_server);

        var fault = await watcher.FaultAsync();

        Assert.Equal(TrailFaultKind.AccessDenied, fault.Kind);
        Assert.Contains("sqs:DeleteMessage on", fault.Message);
        Assert.Contains("sqs:DeleteMessage on", fault.Remedy);
    }

    [Fact]
    public async Task Who_may_not_ask_what_waits_may_watch()
    {
        WatchedTrail.Deliver(_server, "one");
        _server.Answer = call => Task.FromResult<QueueAnswer?>(
            call.Operation == "GetQueueAttributes" ? QueueAnswer.Refusal(403, "AccessDeniedException") : null);
        using var watcher = new Watcher(_server, maxEvents: 1);

        await watcher.EndAsync();

        Assert.Equal(["one"], watcher.Events);
        Assert.Equal(30, _server.Calls.First(call => call.Operation == "ReceiveMessage").Body.GetProperty("VisibilityTimeout").GetInt32());
    }

    [Fact]
    public async Task A_queue_that_hides_nothing_gives_a_message_that_stays_once_all_the_same()
    {
        _server.Content.Visibility = TimeSpan.Zero;
        _server.Content.Send("no JSON");
        using var watcher = new Watcher(_server);
        await watcher.UntilAsync(() => watcher.Warnings.Count == 1);
        WatchedTrail.Deliver(_server, "one");

        await watcher.UntilAsync(() => watcher.Events.Count == 1 && _server.Content.Messages.Count == 1);

        Assert.Single(watcher.Warnings);
        Assert.All(
            _server.Calls.Where(call => call.Operation == "ReceiveMessage"), call => Assert.Equal(30, call.Body.GetProperty("VisibilityTimeout").GetInt32()));
    }

    // AWSSDK.SQS 4.0.100.25 sends a QueueUrl along and does not look at it: it asks and signs for the client's Region.
    [Theory]
    [InlineData("https://sqs.eu-west-1.amazonaws.com/111122223333/trail", "eu-west-1")]
    [InlineData("https://sqs-fips.us-gov-west-1.amazonaws.com/111122223333/trail", "us-gov-west-1")]
    [InlineData("https://sqs.eu-west-1.api.aws/111122223333/trail", "eu-west-1")]
    [InlineData("https://eu-central-1.queue.amazonaws.com/111122223333/trail", "eu-central-1")]
    [InlineData("https://queue.amazonaws.com/111122223333/trail", "us-east-1")]
    [InlineData("https://vpce-0a1b-2c3d.sqs.ap-south-1.vpce.amazonaws.com/111122223333/trail", "ap-south-1")]
    [InlineData("http://sqs.eu-west-2.localhost:4566/111122223333/trail", "eu-west-2")]
    [InlineData("arn:aws:sqs:ap-northeast-1:111122223333:trail", "ap-northeast-1")]
    [InlineData("trail", "us-east-1")]
    [InlineData("trail.fifo", "us-east-1")]
    public async Task Requests_are_signed_for_the_queues_own_Region(string queue, string region)
    {
        WatchedTrail.Deliver(_server, "one");
        using var watcher = new Watcher(_server, maxEvents: 1, queue: queue);

        await watcher.EndAsync();

        Assert.Equal([region], _server.Calls.Where(call => call.Operation.Length > 0).Select(call => call.Region).Distinct());
        Assert.Equal(queue.StartsWith("http", StringComparison.Ordinal) ? 0 : 1, _server.CountOf("GetQueueUrl"));
    }

    [Fact]
    public void An_address_of_the_oldest_form_without_a_Region_is_of_the_first_one_whatever_the_session_names() =>
        Assert.Equal("us-east-1", QueueAddress.Parse("https://queue.amazonaws.com/111122223333/trail").Region);

    [Theory]
    [InlineData("https://sqs.us-east-1.amazonaws.com")]
    [InlineData("https://sqs.us-east-1.amazonaws.com/trail")]
    [InlineData("https:/sqs.us-east-1.amazonaws.com/111122223333/trail")]
    [InlineData("ftp://sqs.us-east-1.amazonaws.com/111122223333/trail")]
    [InlineData("https://sqs.us-east-1.amazonaws.com/111122223333/my trail")]
    [InlineData("arn:aws:sns:us-east-1:111122223333:trail")]
    [InlineData("arn:aws:sqs:us-east-1:111122223333")]
    [InlineData("my trail")]
    public async Task What_names_no_queue_is_refused_before_anything_is_asked(string queue)
    {
        using var watcher = new Watcher(_server, queue: queue);

        Assert.Equal(TrailFaultKind.Argument, (await watcher.FaultAsync()).Kind);
        Assert.Empty(_server.Calls);
    }
}
