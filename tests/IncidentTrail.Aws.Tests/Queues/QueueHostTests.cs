using IncidentTrail.Aws.Profiles;
using IncidentTrail.Aws.Queues;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Sessions;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>
/// Where a queue is asked for. AWSSDK.SQS 4.0.100.25 sends its URL along and asks the client's Region, wherever the URL is
/// (findings/awssdk-sqs-url-is-no-address.sh).
/// </summary>
public sealed class QueueHostTests
{
    [Theory]
    [InlineData("https://sqs.eu-west-1.amazonaws.com/111122223333/trail", "sqs.eu-west-1.amazonaws.com:443")]
    [InlineData("https://sqs.cn-north-1.amazonaws.com.cn/111122223333/trail", "sqs.cn-north-1.amazonaws.com.cn:443")]
    [InlineData("https://vpce-0a1b-2c3d.sqs.ap-south-1.vpce.amazonaws.com/111122223333/trail", "vpce-0a1b-2c3d.sqs.ap-south-1.vpce.amazonaws.com:443")]
    [InlineData("arn:aws:sqs:ap-northeast-1:111122223333:trail", "sqs.ap-northeast-1.amazonaws.com:443")]
    [InlineData("trail", "sqs.us-east-1.amazonaws.com:443")]
    public async Task Is_said_by_the_queue_before_the_Region_of_the_session(string queue, string host)
    {
        // Lets nothing through.
        using var proxy = new LoopbackServer(_ => new LoopbackAnswer(502, ""));
        using var stop = new CancellationTokenSource();
        using var source = QueueOpener.Open(
            new TrailConnection { AccessKey = "AKIDEXAMPLE", SecretKey = "secret", Region = "us-east-1" }, new TrailQueue { Name = queue }, stop.Token,
            new AwsVariables(name => name == "HTTPS_PROXY" ? proxy.Url.ToString() : null));

        Task watching = Task.Run(() => new TrailSession(new TrailQuery(), new TrailCoverage()).ReadAsync(source, stop.Token)
            .ToBlockingEnumerable(stop.Token).ToList());
        await Eventually.HoldsAsync(() => proxy.Requests.Count > 0, () => watching.IsCompleted);
        await stop.CancelAsync();
        await Task.WhenAny(watching);

        Assert.NotEmpty(proxy.Requests);
        Assert.All(proxy.Requests, request => Assert.Equal(("CONNECT", host), (request.Method, request.Target)));
    }

    [Fact]
    public void Is_not_guessed_for_a_name_where_nobody_names_a_Region()
    {
        var fault = Assert.Throws<TrailSourceException>(() => Open("trail", null)).Fault;

        Assert.Equal((TrailFaultKind.Argument, "QueueUrl"), (fault.Kind, fault.Target));
        Assert.Contains("AWS_REGION", fault.Remedy);
        Open("trail", "http://127.0.0.1:9").Dispose();
        Open("http://127.0.0.1:9/111122223333/trail", null).Dispose();
    }

    [Fact]
    public async Task It_is_asked_by_long_polls_for_as_many_messages_as_it_gives()
    {
        using var server = new QueueServer();
        using var watcher = new Watcher(server);
        await watcher.UntilAsync(() => server.CountOf("ReceiveMessage") > 0);

        var asked = server.Calls.First(call => call.Operation == "ReceiveMessage").Body;

        Assert.Equal((20, 10), (asked.GetProperty("WaitTimeSeconds").GetInt32(), asked.GetProperty("MaxNumberOfMessages").GetInt32()));
    }

    private static QueueSource Open(string queue, string? endpoint) => QueueOpener.Open(
        new TrailConnection { AccessKey = "AKIDEXAMPLE", SecretKey = "secret", EndpointUrl = endpoint }, new TrailQueue { Name = queue }, CancellationToken.None,
        new AwsVariables(name => name == "AWS_EC2_METADATA_DISABLED" ? "true" : null));
}
