namespace IncidentTrail.Integrity;

/// <summary>A log that a digest lists, where it lies.</summary>
/// <param name="Entry">What the digest says of it.</param>
/// <param name="By">The digest.</param>
/// <param name="File">Where it lies; null where it is known not to be there.</param>
internal sealed record ListedLog(DigestEntry Entry, JudgedDigest By, TrailLog? File)
{
    /// <summary>Where it lies, or should.</summary>
    public TrailLog Place { get; } = File ?? TrailLogLocation.FromKey(Entry.Bucket, Entry.Key);

    /// <summary>Reads and hashes it; gives the verdict.</summary>
    public async Task<TrailIntegrityResult> CheckAsync(IIntegrityPlace place, CancellationToken token)
    {
        if (File is null)
            return Row(TrailIntegrityStatus.Missing, Named);
        if (!Entry.IsSha256)
            return Row(TrailIntegrityStatus.InvalidFormat, $"{By.Read.File.Location} names a hash of the kind {Entry.Algorithm}, which is not known.");
        var content = await ContentReading.HashAsync(place, File, token).ConfigureAwait(false);
        if (content.Verdict is var (status, reason))
            return Row(status, status == TrailIntegrityStatus.Missing ? Named : reason);
        if (!content.Fits(Entry.Hash))
        {
            return content.IsForeign
                ? Row(TrailIntegrityStatus.InvalidFormat, "It is neither gzip nor JSON.")
                : Row(TrailIntegrityStatus.HashMismatch, $"Its content is not what {By.Read.File.Location} has the hash of: it was changed.");
        }
        return By.Status switch
        {
            TrailIntegrityStatus.Valid => Row(TrailIntegrityStatus.Valid, null),
            TrailIntegrityStatus.HashOnly => Row(
                TrailIntegrityStatus.HashOnly, $"Its hash fits {By.Read.File.Location}, whose signature was not checked."),
            _ => Row(
                TrailIntegrityStatus.Unvouched, $"Its hash fits {By.Read.File.Location}, which is {By.Status} itself and proves nothing."),
        };
    }

    private string Named => $"{By.Read.File.Location} lists it.";

    private TrailIntegrityResult Row(TrailIntegrityStatus status, string? reason) => new()
    {
        Kind = TrailIntegrityKind.Log, Status = status, Reason = reason, Location = Place.Location, Path = Place.Path,
        BucketName = Entry.Bucket, Key = Entry.Key, AccountId = Place.AccountId, Region = Place.Region,
        DeliveryTimeUtc = Place.DeliveryTimeUtc, Digest = By.Read.File.Location,
    };
}
