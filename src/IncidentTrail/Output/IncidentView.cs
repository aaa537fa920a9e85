using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using IncidentTrail.Incidents;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell;

/// <summary>What the views of incidents and their steps show. What is inferred says so here as well.</summary>
public static partial class IncidentView
{
    /// <summary>When an incident began, or that this was before what was read.</summary>
    public static string Began(PSObject row)
    {
        var incident = new ViewRow(row);
        return incident.Instant("StartTime") ?? incident.Text("Began") ?? string.Empty;
    }

    /// <summary>How an incident began, and when the fault was detected where the call says so.</summary>
    public static string Beginning(PSObject row)
    {
        var incident = new ViewRow(row);
        if (incident.Instant("StartTime") is not { } start)
            return incident.Text("Began") ?? string.Empty;
        return $"{start} {incident.Text("Began")}{(incident.Instant("DetectionTime") is { } seen ? $", detected {seen}" : null)}"
            + (incident.Number("StartCount") is > 1 and var count ? $"; asked for {count} times" : null);
    }

    /// <summary>The status with the time up to which it is known.</summary>
    public static string Status(PSObject row)
    {
        var incident = new ViewRow(row);
        return (incident.Text("Status") ?? "not in what was read")
            + (incident.Instant("StatusAsOf") is { } time ? $", as of {time}" : null)
            + (incident.Number("ReopenCount") is > 0 and var count ? $", reopened {count} times" : null)
            + (incident.Instant("DeletedUtc") is { } deleted ? $", record deleted {deleted}" : null);
    }

    /// <summary>Who acknowledged, whose page, and what ties it to the incident.</summary>
    public static string Acknowledged(PSObject row)
    {
        var incident = new ViewRow(row);
        var basis = InOneClock(incident.Text("AcknowledgedBasis"));
        return incident.Instant("FirstAcknowledged") is { } time
            ? $"{time} by {incident.Text("AcknowledgedBy")}, page to {incident.Text("PagedContact") ?? "an unknown contact"} (inferred: {basis})"
            : basis ?? string.Empty;
    }

    /// <summary>The span to the first acknowledgement, short.</summary>
    public static string ToAcknowledge(PSObject row)
    {
        var incident = new ViewRow(row);
        var span = new ViewRow(incident["TimeToAcknowledge"]);
        return span["Basis"] is not null && span["Seconds"] is null ? "not known" : incident.Text("TimeToAcknowledge") ?? string.Empty;
    }

    /// <summary>A span with the two events it was computed from.</summary>
    public static string Span(object? span)
    {
        var basis = new ViewRow(span).Text("Basis");
        var text = ViewText.Plain(span);
        return InOneClock(basis is null || basis == text ? text : $"{text}, {basis}");
    }

    /// <summary>What must be known beside the values, a line each.</summary>
    public static string Remarks(PSObject row) =>
        string.Join(Environment.NewLine, new ViewRow(row).Items("Remarks").Select(remark => InOneClock(ViewText.Plain(remark))));

    /// <summary>Words of ours, their times in the clock of the times beside them.</summary>
    public static string InOneClock(object? words) => UtcTime().Replace(
        ViewText.Plain(words), m => DateTime.TryParse(m.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? ViewText.Instant(time) : m.Value);

    /// <summary>How many notes an incident has, and what became of them, as far as the notes themselves are at hand.</summary>
    public static string Notes(PSObject row)
    {
        var notes = new ViewRow(row).Items("Notes").Select(note => new ViewRow(note)).ToList();
        return notes.Exists(note => note["Author"] is null)
            ? notes.Count.ToString(CultureInfo.CurrentCulture)
            : $"{notes.Count}, {notes.Count(n => n.Is("TouchedByOther"))} edited or deleted by others, "
                + $"{notes.Count(n => n.Is("TouchedAfterResolution"))} after the resolution";
    }

    /// <summary>A note's text as last written, and what is to know of it.</summary>
    public static string Note(PSObject row)
    {
        var note = new ViewRow(row);
        return note.Text("Text") + (note.Text("Dating") is { } dating ? $" [{dating}]" : null) + (note.Is("IsDeleted") ? " [deleted]" : null);
    }

    /// <summary>Certain, or inferred, and of how many incidents.</summary>
    public static string Link(PSObject row)
    {
        var step = new ViewRow(row);
        return step.Number("Candidates") is > 1 and var count ? $"{step.Text("Link")}/{count}" : step.Text("Link") ?? string.Empty;
    }

    /// <summary>A step in words, with what must be known beside it.</summary>
    public static string Step(PSObject row)
    {
        var step = new ViewRow(row);
        // What people wrote stays as they wrote it; the words on a retry and on a change before are ours alone.
        return (step.Is("IsRetry") || step["Scope"] is not null ? InOneClock(step.Text("Text")) : step.Text("Text")) + (step.Is("SameSecond") ? " [same second as another step: order not known]" : null)
            + (step.Text("Remark") is { } remark ? $" [{remark}]" : null);
    }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z", RegexOptions.CultureInvariant)]
    private static partial Regex UtcTime();
}
