namespace IncidentTrail.Reports;

/// <summary>A page of a report that is a folder; the name is the module's own.</summary>
internal sealed record ReportPage(string Name, IReadOnlyList<ReportBlock> Blocks);
