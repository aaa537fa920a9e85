namespace IncidentTrail.Tests.Integrity;

internal sealed partial record StoredObject
{
    /// <summary>What getting it fails with, where it does.</summary>
    public TrailFaultKind? Fault { get; init; }
}
