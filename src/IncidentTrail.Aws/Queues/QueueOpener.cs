using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Faults;
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
        var named = address.Region ?? resolved.Region;
        // A server with an address of its own is no Region's, and its calls are signed for any.
        var endpoint = resolved.Endpoint("SQS", isSource: true) ?? address.Endpoint;
        if (named is null && endpoint is null)
            throw NoRegion(address.Name);
        var region = named ?? "us-east-1";
        endpoint ??= resolved.Settings.EndpointIn("sqs", region);
        var credentials = resolved.ForApi;
        var client = new SdkQueueClient(credentials, region, endpoint, resolved.Settings);
        return new QueueSource(
            new SqsQueue(client, credentials, address),
            new BucketLogs(resolved, resolved.ForBucket(), asked.ThrottleLimit ?? AdapterLimits.DownloadsAtOnce), asked);
    }

    // A queue of that name in a Region that nobody named may be another's, and its messages would be deleted.
    private static TrailSourceException NoRegion(string name) => new(new TrailFault(
        TrailFaultKind.Argument, "QueueUrl",
        $"'{name}' of -QueueUrl is a name alone, and no Region is named whose queue it could be: its URL or ARN names one.", RemedyTable.NoSessionRegion));
}
