using System.Globalization;
using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>What the views of incidents and their steps show. What is inferred says so here as well.</summary>
public static class IncidentView
{
    /// <summary>When an incident began, or that this was before what was read.</summary>
    public static string Began(PSObject row) =>
        row.BaseObject is not TrailIncident i ? string.Empty : i.StartTime is null ? i.Began : EventView.Instant(i.StartTime);

    /// <summary>How an incident began, and when the fault was detected where the call says so.</summary>
    public static string Beginning(PSObject row) => row.BaseObject is not TrailIncident i ? string.Empty
        : i.StartTime is null ? i.Began
        : $"{EventView.Instant(i.StartTime)} {Plain(i.Began)}{(i.DetectionTime is null ? null : $", detected {EventView.Instant(i.DetectionTime)}")}"
            + (i.StartCount > 1 ? $"; asked for {i.StartCount} times" : null);

    /// <summary>The status with the time up to which it is known.</summary>
    public static string Status(PSObject row) => row.BaseObject is not TrailIncident i ? string.Empty
        : $"{Plain(i.Status ?? "not in what was read")}{(i.StatusAsOf is null ? null : $", as of {EventView.Instant(i.StatusAsOf)}")}"
            + (i.ReopenCount > 0 ? $", reopened {i.ReopenCount} times" : null)
            + (i.DeletedUtc is { } deleted ? $", record deleted {EventView.Instant(deleted)}" : null);

    /// <summary>Who acknowledged, whose page, and what ties it to the incident.</summary>
    public static string Acknowledged(PSObject row) => row.BaseObject is not TrailIncident i ? string.Empty
        : i.FirstAcknowledged is null ? Plain(i.AcknowledgedBasis)
        : $"{EventView.Instant(i.FirstAcknowledged)} by {Plain(i.AcknowledgedBy)}, page to {Plain(i.PagedContact ?? "an unknown contact")} (inferred: {Plain(i.AcknowledgedBasis)})";

    /// <summary>The span to the first acknowledgement, short.</summary>
    public static string ToAcknowledge(PSObject row) =>
        row.BaseObject is not TrailIncident i ? string.Empty : i.TimeToAcknowledge.Seconds is null ? "not known" : i.TimeToAcknowledge.ToString();

    /// <summary>A span with the two events it was computed from.</summary>
    public static string Span(TrailDuration span) => span.Seconds is null ? Plain(span.Basis) : $"{span}, {Plain(span.Basis)}";

    /// <summary>Texts as one line.</summary>
    public static string Join(IEnumerable<string> texts) => Plain(string.Join(", ", texts));

    /// <summary>Certain, or inferred, and of how many incidents.</summary>
    public static string Link(PSObject row) => row.BaseObject is not TrailTimelineEntry s ? string.Empty
        : s.Candidates > 1 ? string.Create(CultureInfo.InvariantCulture, $"{s.Link}/{s.Candidates}") : s.Link.ToString();

    /// <summary>A step in words, with what must be known beside it.</summary>
    public static string Step(PSObject row) => row.BaseObject is not TrailTimelineEntry s ? string.Empty
        : Plain(s.Text) + (s.SameSecond ? " [same second as another step: order not known]" : null)
            + (s.Remark is null ? null : $" [{Plain(s.Remark)}]");

    /// <summary>Text without control characters and without characters that turn the direction of writing.</summary>
    public static string Plain(string? text) => text is null ? string.Empty : TextForDisplay.Plain(text);
}
