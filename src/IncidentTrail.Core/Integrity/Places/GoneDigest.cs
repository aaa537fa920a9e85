using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Places;

/// <summary>A digest that was saved with a copy and is not there any more.</summary>
/// <param name="File">Where it lay.</param>
/// <param name="Name">What its name tells.</param>
/// <param name="Signature">Its signature, in hex, which was saved beside it.</param>
internal sealed record GoneDigest(TrailLog File, DigestName Name, string Signature)
{
    /// <summary>One whose signature was saved; null where its own row is not asked for.</summary>
    /// <param name="path">Where it lay.</param>
    /// <param name="signature">Its signature, in hex.</param>
    /// <param name="scope">What is asked for.</param>
    public static GoneDigest? Of(string path, string signature, IntegrityScope scope) =>
        DigestName.Parse(path) is { } name && scope.Asks(name) ? new GoneDigest(TrailLogLocation.FromPath(path), name, signature) : null;
}
