namespace IncidentTrail.Aws.Athena;

/// <summary>The rows of a page.</summary>
internal sealed record ResultSet(IReadOnlyList<ResultRow>? Rows);
