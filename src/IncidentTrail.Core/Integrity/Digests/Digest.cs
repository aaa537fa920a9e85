using System.Security.Cryptography;
using System.Text;

namespace IncidentTrail.Integrity.Digests;

/// <summary>A digest as CloudTrail wrote it: the hashes of an hour's logs, and what ties it to the digest before it.</summary>
internal sealed record Digest
{
    /// <summary>The SHA-256 of its inflated bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The beginning of the deliveries it lists, in UTC.</summary>
    public required DateTime StartUtc { get; init; }

    /// <summary>The end of the deliveries it lists, in UTC.</summary>
    public required DateTime EndUtc { get; init; }

    /// <summary>The end as the digest writes it: the signature is over this text.</summary>
    public required string EndText { get; init; }

    /// <summary>The bucket it was written to.</summary>
    public required string Bucket { get; init; }

    /// <summary>Its key there.</summary>
    public required string Key { get; init; }

    /// <summary>The fingerprint of the key that it is signed with.</summary>
    public required string KeyFingerprint { get; init; }

    /// <summary>The signature of the digest before it, as it is signed too; null where none was.</summary>
    public required string? PreviousSignature { get; init; }

    /// <summary>The digest before it; null where it begins a chain.</summary>
    public required DigestLink? Previous { get; init; }

    /// <summary>The logs it lists.</summary>
    public required IReadOnlyList<DigestEntry> Logs { get; init; }

    /// <summary>The text that is signed. Its lines end as on no system in particular: by a line feed.</summary>
    public string StringToSign => $"{EndText}\n{Bucket}/{Key}\n{Sha256}\n{PreviousSignature ?? "null"}";

    /// <summary>Whether a signature, in hex, is that of the key.</summary>
    public bool IsSignedBy(DigestKey key, string signature)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromHexString(signature);
        }
        catch (FormatException)
        {
            return false;
        }
        return key.Verifies(SHA256.HashData(Encoding.UTF8.GetBytes(StringToSign)), bytes);
    }
}
