using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws;

/// <summary>Opens the sources that are behind AWS's services. Made by the module, from another load context, by this name.</summary>
public sealed class AwsConnector : ITrailConnector
{
    /// <inheritdoc/>
    public ITrailSource OpenBucket(TrailConnection connection, TrailBucket bucket, CancellationToken token)
    {
        var resolved = ResolvedConnection.Of(connection, token);
        return new S3TrailSource(bucket, new S3Client(
            bucket.BucketName, resolved.Region ?? "us-east-1", resolved.ForBucket, resolved.Endpoint("S3", isSource: true), bucket.RequesterPays,
            S3TrailSource.DefaultThrottleLimit + 16));
    }
}
