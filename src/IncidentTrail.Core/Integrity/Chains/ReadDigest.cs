using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Chains;

/// <summary>A file that was read for a digest.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Name">What its name tells.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Digest">The digest; null where it is none or could not be read.</param>
/// <param name="Problem">Why it is none.</param>
internal sealed record ReadDigest(TrailLog File, DigestName Name, ReadContent Content, Digest? Digest, string? Problem)
{
    /// <summary>Reads a digest.</summary>
    public static async Task<ReadDigest> ReadAsync(
        IIntegrityPlace place, TrailLog file, DigestName name, CancellationToken token)
    {
        var content = await ContentReading.HoldAsync(place, file, token).ConfigureAwait(false);
        // What was appended leaves the digest before it whole: its logs are still checked, its word counts for nothing.
        if (content.Verdict is not null and not { Status: TrailIntegrityStatus.HashMismatch })
            return new ReadDigest(file, name, content with { Bytes = default }, null, null);
        try
        {
            var digest = DigestReader.Read(content.Bytes, content.Sha256);
            return new ReadDigest(file, name, content with { Bytes = default }, digest, null);
        }
        catch (FormatException e)
        {
            return new ReadDigest(file, name, content with { Bytes = default }, null, e.Message);
        }
    }
}
