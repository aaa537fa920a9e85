using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.S3;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Aws.Connector;

/// <summary>Opens a bucket or trail for a test of log integrity.</summary>
internal static class IntegrityOpener
{
    /// <summary>A bucket.</summary>
    public static IntegritySource Open(ResolvedConnection resolved, TrailBucket bucket, IntegrityScope scope, IntegrityReach reach)
    {
        var credentials = resolved.ForBucket();
        var limit = reach.ThrottleLimit ?? AdapterLimits.DownloadsAtOnce;
        var buckets = new BucketClients(name => BucketOpener.Open(resolved, credentials, name, bucket.RequesterPays), limit);
        // What is wrong with the name is said now.
        _ = buckets.Client(bucket.BucketName);
        return new IntegritySource(
            new S3IntegrityPlace(bucket, buckets, reach.ThrottleLimit),
            reach.AsksForKeys ? ListedKeys.Of(resolved, scope.StartUtc, isSource: false) : null,
            // While the first is waited for, those behind it go on.
            scope, 2 * limit);
    }

    /// <summary>A trail, from its bucket.</summary>
    public static IntegritySource Open(
        ResolvedConnection resolved, ResolvedTrail found, TrailReference trail, IntegrityScope scope, IntegrityReach reach)
    {
        var bucket = new TrailBucket
        {
            BucketName = found.BucketName, KeyPrefix = found.KeyPrefix, OrganizationId = trail.OrganizationId,
            RequesterPays = trail.RequesterPays,
        };
        var ofTrail = scope with { TrailName = found.Trail.Name, TrailHomeRegion = found.Trail.HomeRegion };
        // Another account may have a trail of the same name in the same bucket.
        if (!found.IsOrganization && scope.AccountId.Count == 0 && found.Trail.OwnerAccountId is { } account)
            ofTrail = ofTrail with { AccountId = [account] };
        return Open(resolved, bucket, ofTrail, reach) with { Notices = Notices(found) };
    }

    // What else is to be said of a trail is about events that it does not record.
    private static List<TrailNotice> Notices(ResolvedTrail found) =>
    [
        .. found.Notes.Select(TrailNotice.Verbose),
        .. found.Trail.LogFileValidationEnabled == false
            ? [TrailNotice.Warning($"Log file validation is off for the trail '{found.Name}': CloudTrail writes no digests for it now.")]
            : Array.Empty<TrailNotice>(),
    ];
}
