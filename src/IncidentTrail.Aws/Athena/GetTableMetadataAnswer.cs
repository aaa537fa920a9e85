namespace IncidentTrail.Aws.Athena;

/// <summary>What GetTableMetadata answers.</summary>
internal sealed record GetTableMetadataAnswer(CatalogTable? TableMetadata);
