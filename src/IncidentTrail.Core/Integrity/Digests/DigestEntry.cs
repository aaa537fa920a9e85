namespace IncidentTrail.Integrity.Digests;

/// <summary>A log that a digest lists.</summary>
/// <param name="Bucket">The bucket it was delivered to.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Hash">The hash of its inflated bytes, in hex.</param>
/// <param name="Algorithm">What the hash was made by; null where that is not said.</param>
internal sealed record DigestEntry(string Bucket, string Key, string Hash, string? Algorithm)
{
    /// <summary>True for the one algorithm that CloudTrail names.</summary>
    public bool IsSha256 => Algorithm is null || Algorithm.Equals("SHA-256", StringComparison.OrdinalIgnoreCase);
}
