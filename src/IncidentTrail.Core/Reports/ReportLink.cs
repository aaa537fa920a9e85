namespace IncidentTrail.Reports;

/// <summary>A place elsewhere in the report; the text and the target are the module's own.</summary>
internal sealed record ReportLink(string Text, string Target);
