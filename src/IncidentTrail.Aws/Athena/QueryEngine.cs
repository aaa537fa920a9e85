namespace IncidentTrail.Aws.Athena;

/// <summary>The engine that a query runs on.</summary>
internal sealed record QueryEngine(string? EffectiveEngineVersion);
