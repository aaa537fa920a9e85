using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Chains;

/// <summary>The verdict on a digest, from its own content, its signature, and what its successor says of it.</summary>
/// <param name="place">Where it lies.</param>
/// <param name="keys">The public keys; where none can be asked, hashes are all there is.</param>
internal sealed class DigestJudge(IIntegrityPlace place, KeyRing keys)
{
    private const string Unsigned = "Its signature was not kept with the copy, and no valid later digest is there that knows it.";

    /// <summary>The verdict.</summary>
    /// <param name="read">The digest.</param>
    /// <param name="claim">What its successor says of it; null where none was read.</param>
    /// <param name="token">Gives up.</param>
    public async ValueTask<JudgedDigest> JudgeAsync(ReadDigest read, DigestClaim? claim, CancellationToken token)
    {
        if (read.Digest is not { } digest)
        {
            return read.Content.Verdict is var (failed, why)
                ? new JudgedDigest(read, failed, why)
                : Judged(TrailIntegrityStatus.InvalidFormat, $"It is no digest that can be understood: {read.Problem}.");
        }
        if (IsElsewhere(read.File, digest))
        {
            return place.IsCopy
                ? Judged(TrailIntegrityStatus.SignatureInvalid, $"Its content is the digest {digest.Bucket}/{digest.Key}, and not the one it is named for.")
                : Judged(TrailIntegrityStatus.Moved, $"It says that it was written to {digest.Bucket}/{digest.Key}.");
        }
        if (read.Content.Verdict is var (status, reason))
            return new JudgedDigest(read, status, reason);
        var region = DigestName.Parse(digest.Key)?.Region ?? read.Name.Region;
        var answer = await keys.FindAsync(digest, region, token).ConfigureAwait(false);
        if (answer.Unasked is { } unasked)
        {
            return claim is { By.IsTrusted: true, Link.Sha256: { } named } && !read.Content.Fits(named)
                ? Judged(TrailIntegrityStatus.HashMismatch, $"Its hash is not the one that {claim.By.Read.File.Location} names.")
                : Judged(TrailIntegrityStatus.HashOnly, unasked);
        }
        if ((read.Content.Signature ?? (place.IsCopy ? claim?.Link.Signature : null)) is not { } signature)
        {
            return place.IsCopy ? Judged(TrailIntegrityStatus.HashOnly, Unsigned) : Judged(TrailIntegrityStatus.SignatureInvalid, "It has no signature in its metadata.");
        }
        if (answer.Key is not { } key)
        {
            return Judged(
                TrailIntegrityStatus.KeyNotFound,
                $"The public key {digest.KeyFingerprint} of {region}, which it names, is not among the keys.");
        }
        // A signature proves itself, whoever passes it on; that it does not hold is his word alone.
        return digest.IsSignedBy(key, signature) ? Judged(TrailIntegrityStatus.Valid, null)
            : read.Content.Signature is null && claim is { By.IsTrusted: false } ? Judged(TrailIntegrityStatus.HashOnly, Unsigned)
            : Judged(TrailIntegrityStatus.SignatureInvalid, "Its signature does not fit its content.");

        JudgedDigest Judged(TrailIntegrityStatus verdict, string? because) => new(read, verdict, because);
    }

    // The name of an access point is not the bucket's. A copy keeps the names of files and nothing else of a place.
    private bool IsElsewhere(TrailLog file, Digest digest)
    {
        if (place.IsCopy)
            return PlaceNames.Plain(DigestName.FileName(file.Location)) != PlaceNames.Plain(DigestName.FileName(digest.Key));
        return file.Key != digest.Key
            || (file.BucketName != digest.Bucket && !PlaceNames.IsAccessPoint(file.BucketName!));
    }
}
