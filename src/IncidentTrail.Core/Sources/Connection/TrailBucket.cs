namespace IncidentTrail;

/// <summary>Which logs of a bucket are meant: all below a prefix, or exact keys.</summary>
public sealed class TrailBucket
{
    /// <summary>The bucket's name, or the ARN or alias of an access point.</summary>
    public required string BucketName { get; init; }

    /// <summary>What stands before <c>AWSLogs</c> in the keys; null or empty for nothing.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>The exact keys to read, in their order; null to list.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>Only the folder of this organization.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The caller pays for the requests, as a bucket whose requester pays asks for.</summary>
    public bool RequesterPays { get; init; }

    /// <summary>Lists the digests too, which hold no events.</summary>
    public bool IncludeDigests { get; init; }

    /// <summary>
    /// From when on a Region's folder is listed, in UTC, by the folder's key; null where the whole folder is, or all folders are.
    /// It is asked for each listing: what was given before need not be listed again.
    /// </summary>
    internal Func<string, DateTime?>? ListFrom { get; init; }
}
