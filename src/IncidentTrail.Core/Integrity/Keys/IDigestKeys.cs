using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Keys;

/// <summary>Where the public keys of CloudTrail come from: a file, or ListPublicKeys of a Region.</summary>
internal interface IDigestKeys
{
    /// <summary>
    /// The key that a digest names; null where it is not among the keys. Throws <see cref="TrailSourceException"/> where
    /// no keys can be had.
    /// </summary>
    /// <param name="digest">The digest.</param>
    /// <param name="region">The Region it is of, which signs with keys of its own; null where its name does not tell.</param>
    /// <param name="token">Gives up.</param>
    ValueTask<DigestKey?> FindAsync(Digest digest, string? region, CancellationToken token);
}
