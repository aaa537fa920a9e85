namespace IncidentTrail;

/// <summary>A log file of a trail, not yet read: what its location tells.</summary>
public sealed class TrailLog : TrailInput
{
    /// <summary>What the file holds, by its folder or name.</summary>
    public TrailLogKind Kind { get; init; }

    /// <summary>The 12-digit account whose events it holds, from the key; null where the key does not tell.</summary>
    public string? AccountId { get; init; }

    /// <summary>The organization (<c>o-…</c>) of an organization trail, from the key; null for an account's own trail.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The Region whose events it holds, from the key; null where the key does not tell.</summary>
    public string? Region { get; init; }

    /// <summary>When CloudTrail delivered it, to the minute, from its name, in local time. Not the time of its events.</summary>
    public DateTime? DeliveryTime => DeliveryTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? DeliveryTimeUtc { get; init; }

    /// <summary>Its size in bytes, as stored; null where unknown.</summary>
    public long? Size { get; init; }

    /// <summary>When it was last written, in UTC, from the file system or the bucket's listing; null where unknown.</summary>
    public DateTime? LastModifiedUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? LastModified => LastModifiedUtc?.ToLocalTime();

    /// <summary>Where it is: a full path, or <c>bucket/key</c>.</summary>
    public required string Location { get; init; }

    /// <summary>The full path of a local file; null for an object in S3.</summary>
    public string? Path { get; init; }

    /// <summary>The bucket of an object in S3; null for a local file.</summary>
    public string? BucketName { get; init; }

    /// <summary>The key of an object in S3; null for a local file.</summary>
    public string? Key { get; init; }

    /// <summary>The entity tag S3 listed, opaque; null for a local file.</summary>
    public string? ETag { get; init; }

    /// <summary>The storage class S3 listed; null for a local file.</summary>
    public string? StorageClass { get; init; }

    /// <summary>Whether it was proven to be what CloudTrail signed; NotChecked where nobody asked for that.</summary>
    public TrailLogIntegrity Integrity { get; private set; } = TrailLogIntegrity.NotChecked;

    /// <summary>The same log, of which this was found.</summary>
    internal TrailLog With(TrailLogIntegrity integrity)
    {
        var log = (TrailLog)MemberwiseClone();
        log.Integrity = integrity;
        return log;
    }

    /// <summary>True where its records are rows of a table: rebuilt, and a part of what the object holds.</summary>
    internal bool IsRebuilt { get; private set; }

    /// <summary>The same log, of which rows of a table are read.</summary>
    internal TrailLog AsRebuilt()
    {
        var log = (TrailLog)MemberwiseClone();
        log.IsRebuilt = true;
        return log;
    }

    /// <summary>True for a file named as CloudTrail names the logs that it delivers and signs.</summary>
    internal bool IsDelivered =>
        DeliveryTimeUtc is not null && !IsRebuilt && Kind is TrailLogKind.CloudTrail or TrailLogKind.Insight or TrailLogKind.NetworkActivity;

    /// <summary>The location.</summary>
    public override string ToString() => TextForDisplay.Plain(Location);
}
