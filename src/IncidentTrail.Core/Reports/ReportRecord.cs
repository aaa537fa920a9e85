namespace IncidentTrail.Reports;

/// <summary>A record of a report, with the places that rest on it; the id is the module's own.</summary>
internal sealed record ReportRecord(string Title, string Json, string Id, IReadOnlyList<ReportLink> Links);
