namespace IncidentTrail;

/// <summary>Which trail is meant, and how its bucket is read.</summary>
public sealed class TrailReference
{
    /// <summary>The trail's name, or its ARN.</summary>
    public required string Name { get; init; }

    /// <summary>Only the folder of this organization.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The caller pays for the requests, as a bucket whose requester pays asks for.</summary>
    public bool RequesterPays { get; init; }

    /// <summary>Lists the digests too, which hold no events.</summary>
    public bool IncludeDigests { get; init; }

    /// <inheritdoc cref="TrailBucket.ListFrom"/>
    internal Func<string, DateTime?>? ListFrom { get; init; }
}
