using Amazon.Runtime;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws.Connector;

/// <summary>Makes the client of a bucket.</summary>
internal static class BucketOpener
{
    /// <param name="resolved">The connection.</param>
    /// <param name="credentials">What reads the bucket.</param>
    /// <param name="bucket">The bucket's name, or the ARN or alias of an access point.</param>
    /// <param name="requesterPays">True where the caller pays.</param>
    public static S3Client Open(ResolvedConnection resolved, AWSCredentials credentials, string bucket, bool requesterPays)
    {
        var endpoint = resolved.Endpoint("S3", isSource: true);
        return new(
            bucket, resolved.Region ?? "us-east-1", credentials, endpoint, requesterPays, route: resolved.Settings.RouteTo(endpoint));
    }
}
