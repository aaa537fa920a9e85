namespace IncidentTrail.Integrity.Places;

/// <summary>What a place lists: a file, or a notice in its place; one of the two is null.</summary>
internal readonly record struct PlacedItem(TrailLog? File, TrailNotice? Notice);
