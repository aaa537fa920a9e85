using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Profiles;
using IncidentTrail.Aws.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>A call to the queue, without the watching that asks again.</summary>
public sealed class SqsQueueTests
{
    // Each ReceiveMessage that reaches the queue may hide messages. AWSSDK.SQS 4.0.100.25 with MaxErrorRetry 0 sends eleven to a
    // server that hangs up without an answer (ClientConfig.MaxStaleConnectionRetries, also on new connections).
    [Fact]
    public async Task A_receive_that_gets_no_answer_is_one_request()
    {
        using var server = new QueueServer { Answer = _ => Task.FromResult<QueueAnswer?>(QueueAnswer.Closed) };
        var settings = new ServiceSettings(new AwsVariables(_ => null), new RetrySchedule());
        var credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");
        using var queue = new SqsQueue(
            new SdkQueueClient(credentials, "us-east-1", server.Url, settings), credentials, QueueAddress.Parse(server.QueueUrl));

        var failure = await Assert.ThrowsAsync<TrailSourceException>(
            () => queue.ReceiveAsync(10, TimeSpan.FromSeconds(1), null, CancellationToken.None));

        Assert.Equal((TrailFaultKind.Connection, 1), (failure.Fault.Kind, server.CountOf("ReceiveMessage")));
    }
}
