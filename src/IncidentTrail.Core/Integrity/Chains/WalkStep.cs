namespace IncidentTrail.Integrity.Chains;

/// <summary>A step of the walk along a chain: a digest with the last word on it, one that is missing, or a gap.</summary>
internal sealed record WalkStep(JudgedDigest? Judged = null, TrailIntegrityResult? Missing = null, TrailIntegrityGap? Gap = null);
