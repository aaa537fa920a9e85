using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Profiles;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Queues;

/// <summary>Opens a queue: it is called in its own Region, whatever Region else is called.</summary>
internal static class QueueOpener
{
    /// <summary>The queue as a source. Throws <see cref="TrailSourceException"/> where it has no name, or there are no credentials.</summary>
    public static QueueSource Open(
        TrailConnection connection, TrailQueue asked, CancellationToken token, AwsVariables? environment = null)
    {
        var address = QueueAddress.Parse(asked.Name);
        var resolved = ResolvedConnection.Of(connection, token, environment);
        var region = address.Region ?? resolved.Region ?? "us-east-1";
        var endpoint = resolved.Endpoint("SQS", isSource: true) ?? address.Endpoint ?? resolved.Settings.EndpointIn("sqs", region);
        var credentials = resolved.ForApi;
        var client = new SdkQueueClient(credentials, region, endpoint, resolved.Settings);
        return new QueueSource(
            new SqsQueue(client, credentials, address),
            new BucketLogs(resolved, resolved.ForBucket(), asked.ThrottleLimit ?? AdapterLimits.DownloadsAtOnce), asked);
    }
}
