using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Chains;

/// <summary>A digest as it was listed.</summary>
internal sealed record PlacedDigest(TrailLog File, DigestName Name);
