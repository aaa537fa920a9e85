namespace IncidentTrail;

/// <summary>What a table is made over: a trail's bucket, and the accounts and Regions whose folders are its partitions.</summary>
public sealed class TrailTablePlace
{
    /// <summary>The bucket.</summary>
    public required string BucketName { get; init; }

    /// <summary>What stands before <c>AWSLogs</c> in the keys; null or empty for nothing.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>The organization, for its trail; null for an account's own.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The accounts; found by listing where they are not all named in full.</summary>
    public IReadOnlyList<string> AccountId { get; init; } = [];

    /// <summary>The Regions; found by listing where they are not all named in full.</summary>
    public IReadOnlyList<string> Region { get; init; } = [];
}
