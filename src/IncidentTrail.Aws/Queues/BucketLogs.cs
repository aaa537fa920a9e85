using System.Collections.Concurrent;
using Amazon.Runtime;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.S3;
using IncidentTrail.Sources.Listing;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Queues;

/// <summary>Opens logs in whatever buckets messages name: a client a bucket, which finds the bucket's Region by itself.</summary>
internal sealed class BucketLogs(ResolvedConnection connection, AWSCredentials credentials, int throttleLimit) : INamedLogs
{
    private readonly ConcurrentDictionary<string, Lazy<(S3Client Client, ObjectReader Reader)>> _buckets = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private long _turns;

    public int AtOnce => throttleLimit;

    public ValueTask<Stream> OpenAsync(TrailLog log, CancellationToken token) =>
        _buckets.GetOrAdd(log.BucketName!, name => new(() => Open(name))).Value.Reader.OpenAsync(
            new ListedKey(log.Key!, null, null, null, null), listed: false, Interlocked.Increment(ref _turns), token);

    public void Dispose()
    {
        _stop.Cancel();
        foreach (var bucket in _buckets.Values.Where(bucket => bucket.IsValueCreated))
            bucket.Value.Client.Dispose();
    }

    private (S3Client Client, ObjectReader Reader) Open(string bucket)
    {
        var client = new S3Client(
            bucket, connection.Region ?? "us-east-1", credentials, connection.Endpoint("S3", isSource: false), requesterPays: false,
            route: connection.Settings.Route);
        return (client, new ObjectReader(client, throttleLimit, _stop.Token));
    }
}
