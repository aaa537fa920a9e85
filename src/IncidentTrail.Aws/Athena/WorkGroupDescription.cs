namespace IncidentTrail.Aws.Athena;

/// <summary>A work group.</summary>
internal sealed record WorkGroupDescription(WorkGroupSettings? Configuration);
