using IncidentTrail.Integrity.Chains;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity;

/// <summary>A log that a digest lists, where it lies.</summary>
/// <param name="Entry">What the digest says of it.</param>
/// <param name="By">The digest.</param>
/// <param name="File">Where it lies; null where it is known not to be there.</param>
internal sealed record ListedLog(DigestEntry Entry, JudgedDigest By, TrailLog? File)
{
    /// <summary>Where it lies, or should.</summary>
    public TrailLog Place { get; } = File ?? TrailLogLocation.FromKey(Entry.Bucket, Entry.Key);

    /// <summary>What another digest says of it that does not agree; null where none does.</summary>
    public OtherListing? Other { get; init; }

    /// <summary>The hash that its content must have, in hex; one that no content has where digests do not agree.</summary>
    public string ProvenHash => Other is null && Entry.IsSha256 ? Entry.Hash : "";

    /// <summary>Reads and hashes it; gives the verdict.</summary>
    public async Task<TrailIntegrityResult> CheckAsync(IIntegrityPlace place, CancellationToken token)
    {
        if (File is null)
            return Row(TrailIntegrityStatus.Missing, Named);
        if (!Entry.IsSha256)
            return Row(TrailIntegrityStatus.InvalidFormat, $"{By.Read.File.Location} names a hash of the kind {Entry.Algorithm}, which is not known.");
        var content = await ContentReading.HashAsync(place, File, token).ConfigureAwait(false);
        var status = StatusOf(content, ProvenHash, By.Status);
        return Row(status, content.Verdict is var (_, why) && status != TrailIntegrityStatus.Missing ? why : status switch
        {
            TrailIntegrityStatus.Valid => null,
            TrailIntegrityStatus.Missing => Named,
            TrailIntegrityStatus.InvalidFormat => "It is neither gzip nor JSON.",
            TrailIntegrityStatus.HashMismatch when Other is not null => Contradiction(content, Other),
            TrailIntegrityStatus.HashMismatch => $"Its content is not what {By.Read.File.Location} has the hash of: it was changed.",
            TrailIntegrityStatus.HashOnly => $"Its hash fits {By.Read.File.Location}, whose signature was not checked.",
            _ => $"Its hash fits {By.Read.File.Location}, which is {By.Status} itself and proves nothing.",
        });
    }

    /// <summary>The verdict on a log by its content.</summary>
    /// <param name="content">What was read of it.</param>
    /// <param name="hash">The hash that a digest lists, in hex.</param>
    /// <param name="by">The verdict on that digest.</param>
    public static TrailIntegrityStatus StatusOf(ReadContent content, string hash, TrailIntegrityStatus by) =>
        content.Verdict is var (status, _) ? status
        : !content.Fits(hash) ? content.IsForeign ? TrailIntegrityStatus.InvalidFormat : TrailIntegrityStatus.HashMismatch
        : by is TrailIntegrityStatus.Valid or TrailIntegrityStatus.HashOnly ? by : TrailIntegrityStatus.Unvouched;

    private string Contradiction(ReadContent content, OtherListing other)
    {
        var (first, second) = (By.Read.File.Location, other.By.Read.File.Location);
        return content.Fits(Entry.Hash) ? OneFits(first, second) : content.Fits(other.Entry.Hash) ? OneFits(second, first)
            : $"{first} and {second} list it with different hashes, and its content fits neither.";
    }

    private static string OneFits(string fits, string other) => fits == other
        ? $"{fits} lists it twice with different hashes, and its content fits one of them: that it is as it was delivered is not proven."
        : $"Its hash fits {fits}, and {other} lists it with another: that it is as it was delivered is not proven.";

    private string Named => $"{By.Read.File.Location} lists it.";

    private TrailIntegrityResult Row(TrailIntegrityStatus status, string? reason) => new()
    {
        Kind = TrailIntegrityKind.Log, Status = status, Reason = reason, Location = Place.Location, Path = Place.Path,
        BucketName = Entry.Bucket, Key = Entry.Key, AccountId = Place.AccountId, Region = Place.Region,
        DeliveryTimeUtc = Place.DeliveryTimeUtc, Digest = By.Read.File.Location,
    };
}
