namespace IncidentTrail.Integrity.Digests;

/// <summary>What a digest says of the one before it.</summary>
/// <param name="Bucket">The bucket it was written to.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Sha256">The SHA-256 of its inflated bytes, in hex; null where that is not said.</param>
/// <param name="Signature">Its signature, in hex; null where that is not said.</param>
internal sealed record DigestLink(string Bucket, string Key, string? Sha256, string? Signature);
