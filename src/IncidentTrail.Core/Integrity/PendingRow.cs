using IncidentTrail.Integrity.Verdicts;

namespace IncidentTrail.Integrity;

/// <summary>A row in its place: one that is known already, or a log still to be read; one of the two is null.</summary>
internal readonly record struct PendingRow(IntegrityItem? Item, ListedLog? Log);
