namespace IncidentTrail.Aws.Athena;

/// <summary>A column as the catalogue names it.</summary>
internal sealed record CatalogColumn(string? Name, string? Type);
