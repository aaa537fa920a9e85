namespace IncidentTrail.Aws.Athena;

/// <summary>One row.</summary>
internal sealed record ResultRow(IReadOnlyList<ResultDatum>? Data);
