using System.Globalization;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Profiles;
using IncidentTrail.Aws.Queues;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>
/// A queue is asked by the service's clock, also after this machine's was put right. AWSSDK.Core 4.1.0 keeps by how much it was off, and
/// does not ask again where it no longer is (findings/awssdk-clock-put-right-is-refused.sh).
/// </summary>
public sealed class QueueClockTests : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly SqsQueue _queue;
    private TimeSpan _ahead;

    public QueueClockTests()
    {
        _server = new LoopbackServer(Answer);
        var credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");
        var settings = new ServiceSettings(new AwsVariables(_ => null), new RetrySchedule());
        _queue = new SqsQueue(
            new SdkQueueClient(credentials, "us-east-1", _server.Url, settings), credentials,
            QueueAddress.Parse("https://sqs.us-east-1.amazonaws.com/111122223333/deliveries"));
    }

    public void Dispose()
    {
        _queue.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData(-2, 0)]
    [InlineData(2, 0)]
    [InlineData(2, -3)]
    public async Task A_clock_that_is_off_and_is_put_right_later_costs_one_more_request_each_time(int first, int later)
    {
        foreach (var (hours, requests) in new[] { (first, 2), (later, 4), (later, 5) })
        {
            _ahead = TimeSpan.FromHours(hours);

            Assert.Empty(await _queue.ReceiveAsync(10, TimeSpan.Zero, null, CancellationToken.None));

            Assert.Equal(requests, _server.Requests.Count);
        }
    }

    // As SQS: what was signed a quarter of an hour before or after its own time is refused.
    private LoopbackAnswer Answer(LoopbackRequest request)
    {
        var now = DateTimeOffset.UtcNow + _ahead;
        var signed = DateTimeOffset.ParseExact(
            request.Headers["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var answer = (now - signed).Duration() < TimeSpan.FromMinutes(15) ? LoopbackAnswer.Ok("{}")
            : LoopbackAnswer.Error(403, "com.amazon.coral.service#InvalidSignatureException", "Signature expired");
        return answer with { Headers = new() { ["Date"] = now.ToString("R", CultureInfo.InvariantCulture) } };
    }
}
