namespace IncidentTrail.Reports;

/// <summary>A row of a table; the id is the module's own.</summary>
internal sealed record ReportRow(IReadOnlyList<string> Cells, string? Id = null, bool IsFailure = false, bool IsInferred = false)
{
    /// <summary>Where more of the row is said.</summary>
    internal IReadOnlyList<ReportLink> Links { get; init; } = [];
}
