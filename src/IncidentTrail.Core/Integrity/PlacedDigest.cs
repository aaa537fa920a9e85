namespace IncidentTrail.Integrity;

/// <summary>A digest as it was listed.</summary>
internal sealed record PlacedDigest(TrailLog File, DigestName Name);
