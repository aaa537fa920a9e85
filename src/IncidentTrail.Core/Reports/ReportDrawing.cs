namespace IncidentTrail.Reports;

/// <summary>What is drawn of an incident: its steps by who made them, over the status it had.</summary>
internal sealed record ReportDrawing(
    DateTime FromUtc, DateTime ToUtc, IReadOnlyList<string> Lanes,
    IReadOnlyList<ReportDrawing.Mark> Marks, IReadOnlyList<ReportDrawing.Band> Bands)
{
    /// <summary>A step: where it is, what it says, and the row that tells more.</summary>
    internal sealed record Mark(DateTime TimeUtc, int Lane, TrailStepKind Kind, bool Failed, bool Inferred, string Text, string Target);

    /// <summary>A time with one status.</summary>
    internal sealed record Band(DateTime FromUtc, DateTime ToUtc, string Status);
}
