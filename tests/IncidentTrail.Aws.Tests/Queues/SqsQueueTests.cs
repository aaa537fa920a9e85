using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Profiles;
using IncidentTrail.Aws.Queues;
using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>A call to the queue, without the watching that asks again.</summary>
public sealed class SqsQueueTests : IDisposable
{
    private readonly QueueServer _server = new();
    private readonly SqsQueue _queue;

    public SqsQueueTests()
    {
        var credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");
        var settings = new ServiceSettings(new AwsVariables(_ => null), new RetrySchedule());
        _queue = new SqsQueue(
            new SdkQueueClient(credentials, "us-east-1", _server.Url, settings), credentials, QueueAddress.Parse(_server.QueueUrl));
    }

    public void Dispose()
    {
        _queue.Dispose();
        _server.Dispose();
    }

    // Each ReceiveMessage that reaches the queue may hide messages. AWSSDK.SQS 4.0.100.25 with MaxErrorRetry 0 sends eleven to a
    // server that hangs up without an answer (ClientConfig.MaxStaleConnectionRetries, also on new connections).
    [Fact]
    public async Task A_receive_that_gets_no_answer_is_one_request()
    {
        _server.Answer = _ => Task.FromResult<QueueAnswer?>(QueueAnswer.Closed);

        var failure = await Assert.ThrowsAsync<TrailSourceException>(
            () => _queue.ReceiveAsync(10, TimeSpan.FromSeconds(1), null, CancellationToken.None));

        Assert.Equal((TrailFaultKind.Connection, 1), (failure.Fault.Kind, _server.CountOf("ReceiveMessage")));
    }

    // A watching asks again where a call fails that way.
    [Theory]
    [InlineData(400, "{\"Mess")]
    [InlineData(6, "{\"Mess")]
    [InlineData(33, "<html>Please sign in first</html>")]
    public async Task An_answer_that_is_cut_or_is_none_is_a_failure_of_the_connection(int announced, string body)
    {
        _server.Answer = _ => Task.FromResult<QueueAnswer?>(QueueAnswer.Ok(body) with { Announced = announced });

        foreach (var call in (Func<Task>[])
            [
                () => _queue.StandingAsync(CancellationToken.None),
                () => _queue.ReceiveAsync(10, TimeSpan.FromSeconds(1), null, CancellationToken.None),
                () => _queue.DeleteAsync(["receipt"], CancellationToken.None),
                () => _queue.HideAsync(["receipt"], TimeSpan.Zero, CancellationToken.None),
            ])
        {
            var failure = await Assert.ThrowsAsync<TrailSourceException>(call);
            Assert.Equal(TrailFaultKind.Connection, failure.Fault.Kind);
            Assert.Contains("SQS in us-east-1 does not answer", failure.Fault.Message);
        }
    }

    [Fact]
    public async Task Messages_without_an_id_are_not_one()
    {
        _server.Answer = _ => Task.FromResult<QueueAnswer?>(QueueAnswer.Ok(
            """{"Messages":[{"ReceiptHandle":"r1","Body":"one"},{"ReceiptHandle":"r2","MessageId":"","Body":"two"}]}"""));

        var received = await _queue.ReceiveAsync(10, TimeSpan.Zero, null, CancellationToken.None);

        Assert.Equal([("r1", "one"), ("r2", "two")], received.Select(message => (message.Id, message.Body)));
    }

    [Fact]
    public async Task What_the_answer_does_not_name_counts_as_not_deleted()
    {
        _server.Answer = _ => Task.FromResult<QueueAnswer?>(QueueAnswer.Ok(
            """{"Successful":[{"Id":"0"}],"Failed":[{"Id":"1","Code":"InternalError","SenderFault":false}]}"""));

        Assert.Equal(["second", "third"], await _queue.DeleteAsync(["first", "second", "third"], CancellationToken.None));
    }

    // Servers that are not AWS's know other attributes.
    [Fact]
    public async Task How_many_messages_wait_is_unknown_where_the_attributes_are()
    {
        _server.Answer = _ => Task.FromResult<QueueAnswer?>(QueueAnswer.Refusal(400, "InvalidAttributeName"));

        Assert.Null(await _queue.StandingAsync(CancellationToken.None));
    }

    // AWSSDK.Core 4.1.0 waits for x-amz-retry-after alone (findings/awssdk-retry-after-is-not-waited-for.sh).
    [Fact]
    public async Task A_wait_that_the_service_asks_for_is_told()
    {
        _server.Answer = _ => Task.FromResult<QueueAnswer?>(QueueAnswer.Unavailable with { RetryAfter = 7 });

        var failure = await Assert.ThrowsAsync<TrailSourceException>(
            () => _queue.ReceiveAsync(10, TimeSpan.FromSeconds(1), null, CancellationToken.None));

        Assert.Equal(TimeSpan.FromSeconds(7), failure.Fault.RetryAfter);
    }

    // AWSSDK.SQS 4.0.100.25 (its ValidationResponseHandler) fails the whole receive where one message has no MD5: the others are
    // hidden on the queue, and nobody gets them.
    [Fact]
    public async Task A_text_without_an_MD5_is_received_with_the_others_of_its_batch()
    {
        foreach (var body in (string[])["one", "two", "three"])
            _server.Content.Send(body).IsWithoutMd5 = body == "two";

        var received = await _queue.ReceiveAsync(10, TimeSpan.FromSeconds(1), null, CancellationToken.None);

        Assert.Equal([("one", false), ("two", false), ("three", false)], received.Select(message => (message.Body, message.IsDamaged)));
    }
}
