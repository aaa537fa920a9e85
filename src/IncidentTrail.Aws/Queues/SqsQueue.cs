using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.SQS.Model;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Queues;

/// <summary>A queue of SQS: each call is one request, but for credentials that are renewed.</summary>
internal sealed class SqsQueue(SdkQueueClient client, AWSCredentials credentials, QueueAddress address) : IMessageQueue
{
    private static readonly RetrySchedule s_once = new() { ThrottledAttempts = 1, TransientAttempts = 1 };

    private readonly SharedCredentials _credentials = new(credentials);
    private string? _url = address.Url;

    public string Name => address.Name;

    public async Task<QueueStanding?> StandingAsync(CancellationToken token)
    {
        var url = await UrlAsync(token).ConfigureAwait(false);
        List<string> names =
            ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed", "VisibilityTimeout"];
        try
        {
            var answer = await CallAsync(
                () => client.GetQueueAttributesAsync(new GetQueueAttributesRequest { QueueUrl = url, AttributeNames = names }, token), token).ConfigureAwait(false);
            var values = answer.Attributes ?? [];
            return new QueueStanding(
                Number(values, names[0]), Number(values, names[1]), Number(values, names[2]), TimeSpan.FromSeconds(Number(values, names[3])));
        }
        catch (TrailSourceException e) when (e.Fault.Kind is TrailFaultKind.AccessDenied or TrailFaultKind.ReadFailed)
        {
            // Whoever may receive messages need not be let know how many there are.
            return null;
        }
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, TimeSpan wait, TimeSpan? visibility, CancellationToken token)
    {
        var request = new ReceiveMessageRequest
        {
            QueueUrl = await UrlAsync(token).ConfigureAwait(false),
            MaxNumberOfMessages = most,
            WaitTimeSeconds = (int)wait.TotalSeconds,
        };
        if (visibility is { } hidden)
            request.VisibilityTimeout = (int)hidden.TotalSeconds;
        var answer = await CallAsync(() => client.ReceiveMessageAsync(request, token), token).ConfigureAwait(false);
        return [.. (answer.Messages ?? []).Select(Received)];
    }

    public async Task<IReadOnlyList<string>> DeleteAsync(IReadOnlyList<string> receipts, CancellationToken token)
    {
        var request = new DeleteMessageBatchRequest
        {
            QueueUrl = await UrlAsync(token).ConfigureAwait(false),
            Entries = [.. receipts.Select((receipt, i) => new DeleteMessageBatchRequestEntry(IdOf(i), receipt))],
        };
        var answer = await CallAsync(() => client.DeleteMessageBatchAsync(request, token), token).ConfigureAwait(false);
        // One that the answer does not name was not deleted, for all that is known.
        var deleted = (answer.Successful ?? []).Select(entry => entry.Id).ToHashSet();
        return [.. receipts.Where((_, i) => !deleted.Contains(IdOf(i)))];
    }

    public async Task HideAsync(IReadOnlyList<string> receipts, TimeSpan visibility, CancellationToken token)
    {
        var request = new ChangeMessageVisibilityBatchRequest
        {
            QueueUrl = await UrlAsync(token).ConfigureAwait(false),
            Entries =
            [
                .. receipts.Select((receipt, i) => new ChangeMessageVisibilityBatchRequestEntry(IdOf(i), receipt)
                {
                    VisibilityTimeout = (int)visibility.TotalSeconds,
                }),
            ],
        };
        await CallAsync(() => client.ChangeMessageVisibilityBatchAsync(request, token), token).ConfigureAwait(false);
    }

    public void Dispose()
    {
        client.Dispose();
        _credentials.Dispose();
    }

    // A message is known by its id; two that have none are not one.
    private static QueueMessage Received(Message message) => new(
        string.IsNullOrEmpty(message.MessageId) ? message.ReceiptHandle ?? "" : message.MessageId, message.ReceiptHandle ?? "", message.Body ?? "",
        !IsAsSent(message));

    // A checksum of SQS's, for what the network does; no safeguard against anybody.
    private static bool IsAsSent(Message message) => string.IsNullOrEmpty(message.MD5OfBody)
#pragma warning disable CA5351
        || Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(message.Body ?? ""))).Equals(message.MD5OfBody, StringComparison.OrdinalIgnoreCase);
#pragma warning restore CA5351

    private static long Number(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string IdOf(int index) => index.ToString(CultureInfo.InvariantCulture);

    private async ValueTask<string> UrlAsync(CancellationToken token) => _url ??= (await CallAsync(
        () => client.GetQueueUrlAsync(new GetQueueUrlRequest { QueueName = address.Name, QueueOwnerAWSAccountId = address.AccountId }, token),
        token).ConfigureAwait(false)).QueueUrl;

    private async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken token)
    {
        var attempts = new ServiceAttempts(s_once, _credentials);
        while (true)
        {
            attempts.Begin();
            var keys = await _credentials.CurrentAsync(token).ConfigureAwait(false);
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (ServiceException e)
            {
                if (!await attempts.AgainAsync($"sqs:{e.Operation} in {e.Region}", e.Error, keys, token).ConfigureAwait(false))
                    throw new TrailSourceException(QueueFaults.Of(address.Name, e));
            }
        }
    }
}
