namespace IncidentTrail;

/// <summary>The verdict on one digest or log of a trail, and why.</summary>
public sealed class TrailIntegrityResult
{
    /// <summary>A digest, a digest of late logs, or a log.</summary>
    public required TrailIntegrityKind Kind { get; init; }

    /// <summary>The verdict.</summary>
    public required TrailIntegrityStatus Status { get; init; }

    /// <summary>Why, in one sentence; null where it is Valid.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it is, or should be: a full path, or <c>bucket/key</c>.</summary>
    public required string Location { get; init; }

    /// <summary>The full path of a local file; null in a bucket, and for what is missing.</summary>
    public string? Path { get; init; }

    /// <summary>The bucket, of an object or as a digest names it; null for a local file that no digest names.</summary>
    public string? BucketName { get; init; }

    /// <summary>The key, of an object or as a digest names it; null for a local file that no digest names.</summary>
    public string? Key { get; init; }

    /// <summary>The 12-digit account whose calls it covers, from its place; null where that does not tell.</summary>
    public string? AccountId { get; init; }

    /// <summary>The Region whose calls it covers, from its place; null where that does not tell.</summary>
    public string? Region { get; init; }

    /// <summary>The trail, from a digest's name; null for a log.</summary>
    public string? TrailName { get; init; }

    /// <summary>The beginning of the deliveries that a digest covers, in local time; null for a log, and where it is not known.</summary>
    public DateTime? StartTime => StartTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? StartTimeUtc { get; init; }

    /// <summary>The end of the deliveries that a digest covers, exclusive, in local time; null for a log.</summary>
    public DateTime? EndTime => EndTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? EndTimeUtc { get; init; }

    /// <summary>When a log was delivered, to the minute, from its name, in local time; null for a digest.</summary>
    public DateTime? DeliveryTime => DeliveryTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? DeliveryTimeUtc { get; init; }

    /// <summary>Where it stands in time, in local time: the end of a digest's hour, the delivery of a log; null where neither is known.</summary>
    public DateTime? Time => TimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? TimeUtc => EndTimeUtc ?? DeliveryTimeUtc;

    /// <summary>Where the digest is that vouches for a log, or names what is missing; null where none does.</summary>
    public string? Digest { get; init; }

    /// <summary>The SHA-256, in lower-case hex, of a file that belongs to a package of evidence; null for digests and logs.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The same with another verdict.</summary>
    internal TrailIntegrityResult As(TrailIntegrityStatus status, string reason) => new()
    {
        Kind = Kind, Status = status, Reason = reason, Location = Location, Path = Path, BucketName = BucketName, Key = Key,
        AccountId = AccountId, Region = Region, TrailName = TrailName, StartTimeUtc = StartTimeUtc, EndTimeUtc = EndTimeUtc,
        DeliveryTimeUtc = DeliveryTimeUtc, Digest = Digest, Sha256 = Sha256,
    };

    /// <summary>Verdict and location.</summary>
    public override string ToString() => $"{Status} {TextForDisplay.Plain(Location)}";
}
