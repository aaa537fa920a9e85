using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Chains;

/// <summary>What a digest says of its predecessor, kept until that one is read.</summary>
/// <param name="By">The digest that says so.</param>
/// <param name="Link">What it says.</param>
internal sealed record DigestClaim(JudgedDigest By, DigestLink Link)
{
    /// <summary>Why the real predecessor is not what was said of it; null where it is.</summary>
    public string? Misfit(ReadDigest predecessor)
    {
        if (Link.Sha256 is { } hash && !predecessor.Content.Sha256.Equals(hash, StringComparison.OrdinalIgnoreCase))
            return $"Its previousDigestHashValue is not the hash of {predecessor.File.Location}.";
        return Link.Signature is { } signature && predecessor.Content.Signature is { } real
            && !signature.Equals(real, StringComparison.OrdinalIgnoreCase)
            ? $"Its previousDigestSignature is not the signature of {predecessor.File.Location}." : null;
    }
}
