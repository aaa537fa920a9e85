using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Chains;

/// <summary>A digest and the verdict on it.</summary>
internal sealed class JudgedDigest(ReadDigest read, TrailIntegrityStatus status, string? reason)
{
    public ReadDigest Read => read;

    public Digest? Digest => read.Digest;

    public TrailIntegrityStatus Status { get; private set; } = status;

    public string? Reason { get; private set; } = reason;

    /// <summary>True where what it says can be followed: it is signed, or nothing speaks against it.</summary>
    public bool IsTrusted => Status is TrailIntegrityStatus.Valid or TrailIntegrityStatus.HashOnly;

    /// <summary>The beginning of the deliveries it lists, in UTC; null where it is not known.</summary>
    public DateTime? StartUtc => TellsTime ? Digest!.StartUtc : null;

    /// <summary>Their end, in UTC: what its name says, where it says something else and is not valid.</summary>
    public DateTime EndUtc => TellsTime ? Digest!.EndUtc : read.Name.EndUtc;

    private bool TellsTime => Digest is { } digest && (Status == TrailIntegrityStatus.Valid || digest.EndUtc == read.Name.EndUtc);

    /// <summary>Takes back the verdict: what it says of its predecessor does not fit.</summary>
    public void Refute(string why) => (Status, Reason) = (TrailIntegrityStatus.SignatureInvalid, why);

    /// <summary>The row of it.</summary>
    public TrailIntegrityResult ToResult() => new()
    {
        Kind = read.Name.IsBackfill ? TrailIntegrityKind.BackfillDigest : TrailIntegrityKind.Digest, Status = Status,
        Reason = Reason, Location = read.File.Location, Path = read.File.Path,
        BucketName = read.File.BucketName ?? Digest?.Bucket, Key = read.File.Key ?? Digest?.Key,
        AccountId = read.Name.AccountId, Region = read.Name.Region, TrailName = read.Name.Trail,
        StartTimeUtc = StartUtc, EndTimeUtc = EndUtc,
    };
}
