using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.History;
using IncidentTrail.Aws.Queues;
using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws;

/// <summary>Opens the sources that are behind AWS's services. Made by the module, from another load context, by this name.</summary>
public sealed class AwsConnector : ITrailConnector
{
    /// <inheritdoc/>
    public ITrailSource OpenBucket(TrailConnection connection, TrailBucket bucket, CancellationToken token)
    {
        var resolved = ResolvedConnection.Of(connection, token);
        return new S3TrailSource(bucket, Client(resolved, bucket));
    }

    /// <inheritdoc/>
    public ITrailSource OpenTrail(TrailConnection connection, TrailReference trail, CancellationToken token)
    {
        var resolved = ResolvedConnection.Of(connection, token);
        var found = TrailLookup.Find(resolved, trail.Name);
        var bucket = new TrailBucket
        {
            BucketName = found.BucketName, KeyPrefix = found.KeyPrefix, OrganizationId = trail.OrganizationId,
            RequesterPays = trail.RequesterPays, IncludeDigests = trail.IncludeDigests,
        };
        return new NamedTrailSource(found, new S3TrailSource(bucket, Client(resolved, bucket), found.Name));
    }

    /// <inheritdoc/>
    public ITrailSource OpenEventHistory(TrailConnection connection, TrailHistory history, CancellationToken token) =>
        HistoryOpener.Open(connection, history, token);

    /// <inheritdoc/>
    public ITrailSource OpenQueue(TrailConnection connection, TrailQueue queue, CancellationToken token) =>
        QueueOpener.Open(connection, queue, token);

    private static S3Client Client(ResolvedConnection resolved, TrailBucket bucket) => new(
        bucket.BucketName, resolved.Region ?? "us-east-1", resolved.ForBucket(), resolved.Endpoint("S3", isSource: true),
        bucket.RequesterPays, route: resolved.Settings.Route);
}
