using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Places;

/// <summary>A digest that was saved with a copy and is not there any more.</summary>
/// <param name="File">Where it lay.</param>
/// <param name="Name">What its name tells.</param>
/// <param name="Signature">Its signature, in hex, which was saved beside it.</param>
internal sealed record GoneDigest(TrailLog File, DigestName Name, string Signature);
