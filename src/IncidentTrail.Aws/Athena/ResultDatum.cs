namespace IncidentTrail.Aws.Athena;

/// <summary>One value, as text; NULL is a value without text.</summary>
internal sealed record ResultDatum(string? VarCharValue);
