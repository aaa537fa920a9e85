namespace IncidentTrail.Aws.Athena;

/// <summary>What a work group allows its queries.</summary>
internal sealed record WorkGroupSettings(long? BytesScannedCutoffPerQuery);
