namespace IncidentTrail.Aws.Athena;

/// <summary>A table as the catalogue describes it.</summary>
internal sealed record CatalogTable(
    IReadOnlyList<CatalogColumn>? Columns, IReadOnlyList<CatalogColumn>? PartitionKeys, IReadOnlyDictionary<string, string>? Parameters);
