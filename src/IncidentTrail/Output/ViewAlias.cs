namespace IncidentTrail.PowerShell.Output;

/// <summary>A short second name of a property.</summary>
internal sealed record ViewAlias(Type Type, string Name, string Of);
