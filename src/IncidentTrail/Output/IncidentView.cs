using System.Globalization;
using System.Management.Automation;
using IncidentTrail.Incidents;
using IncidentTrail.Texts;

namespace IncidentTrail.PowerShell.Output;

/// <summary>What the views of incidents and their steps show. What is inferred says so here as well.</summary>
internal static class IncidentView
{
    private const string Doubtful = " ?";

    private const string ArnKind = ":incident-record/";

    /// <summary>How an incident began, and when the fault was detected where the call says so.</summary>
    internal static string Beginning(PSObject row)
    {
        var incident = new ViewRow(row);
        if (incident.Instant("StartTime") is not { } start)
            return incident.Text("Began") ?? string.Empty;
        return $"{start} {incident.Text("Began")}{(incident.Instant("DetectionTime") is { } seen ? $", detected {seen}" : null)}"
            + (incident.Number("StartCount") is > 1 and var count ? $"; asked for {count} times" : null);
    }

    /// <summary>The status with the time up to which it is known.</summary>
    internal static string Status(PSObject row)
    {
        var incident = new ViewRow(row);
        return (incident.Text("Status") ?? (IsStatusUncertain(row) ? "not certain" : TrailNote.NotInWhatWasRead))
            + (incident.Instant("StatusAsOf") is { } time ? $", as of {time}" : null)
            + (incident.Number("ReopenCount") is > 0 and var count ? $", reopened {HowOften.Times(count)}" : null)
            + (incident.Instant("DeletedUtc") is { } deleted ? $", record deleted {deleted}" : null);
    }

    // A copy of another session's incident has its public properties alone, and of them a remark's words say it.
    private static bool IsStatusUncertain(PSObject row) => row.BaseObject is TrailIncident incident
        ? incident.IsStatusUncertain
        : new ViewRow(row).Items("Remarks").Any(remark => ViewText.Plain(remark).StartsWith(IncidentRemarks.StatusNotCertain, StringComparison.Ordinal));

    /// <summary>Who acknowledged, whose page, and what ties it to the incident.</summary>
    internal static string Acknowledged(PSObject row)
    {
        var incident = new ViewRow(row);
        var basis = ViewText.InOneClock(incident.Text("AcknowledgedBasis"));
        return incident.Instant("FirstAcknowledged") is { } time
            ? $"{time} by {incident.Text("AcknowledgedBy") ?? "one of several callers of one second"}, page to {incident.Text("PagedContact") ?? "an unknown contact"} (inferred: {basis})"
            : basis ?? string.Empty;
    }

    /// <summary>How long an incident lasted in its two largest units; that it is open, or that this is not known; with a mark where that is in doubt.</summary>
    internal static string HowLong(PSObject row)
    {
        var incident = new ViewRow(row);
        if (incident.Text("Status") == "OPEN")
            return IsCut(incident) ? "open" + Doubtful : "open";
        if (incident["TimeToResolveSeconds"] is null)
            return "not known";
        // A job's copy has the span's words alone.
        var isInferred = new ViewRow(incident["TimeToResolve"]).Text("Link") is { } link ? link == nameof(TrailLink.Inferred)
            : incident.Text("TimeToResolve")?.EndsWith(TrailDuration.Inferred, StringComparison.Ordinal) is true;
        return TrailDuration.Short(incident.Number("TimeToResolveSeconds")) + (isInferred ? Doubtful : null);
    }

    // It may have been resolved in what the window left out.
    private static bool IsCut(ViewRow incident) =>
        incident.Items("Remarks").Any(remark => ViewText.Plain(remark).StartsWith(IncidentRemarks.LeftOut, StringComparison.Ordinal));

    /// <summary>A span in words, without what it rests on.</summary>
    internal static string Words(PSObject row) =>
        new ViewRow(row)["Seconds"] is null ? "not known" : TrailDuration.Words(new ViewRow(row).Number("Seconds"));

    /// <summary>The incident a step is of, and the year and zone of the times shown.</summary>
    internal static string Group(PSObject row)
    {
        // Plan and id, without what would be cut inside words at the window's edge.
        var arn = new ViewRow(row).Text("IncidentRecordArn");
        var name = arn?.LastIndexOf(ArnKind, StringComparison.Ordinal) is >= 0 and var at ? arn[(at + ArnKind.Length)..] : arn;
        return $"{name}{Environment.NewLine}   Times: {ViewText.Zone(new ViewRow(row)["Time"])}";
    }

    /// <summary>A span with the two events it was computed from.</summary>
    internal static string Span(object? span)
    {
        var basis = new ViewRow(span).Text("Basis");
        var text = ViewText.Plain(span);
        return ViewText.InOneClock(basis is null || basis == text ? text : $"{text}, {basis}");
    }

    /// <summary>What must be known beside the values, a line each.</summary>
    internal static string Remarks(PSObject row) =>
        string.Join(Environment.NewLine, new ViewRow(row).Items("Remarks").Select(remark => ViewText.InOneClock(ViewText.Plain(remark))));

    /// <summary>How many events an incident has, by what they did.</summary>
    internal static string Events(PSObject row)
    {
        var incident = new ViewRow(row);
        return $"{incident.Text("EventCount")}: {Of("ChangeCount", "change")}, {Of("ReadCount", "read")}, "
            + $"{incident.Text("FailureCount")} failed, {Of("RetryCount", "retry", "retries")}";

        string Of(string name, string one, string? many = null) =>
            $"{incident.Text(name)} {Counted.Noun(incident.Number(name), one, many)}";
    }

    /// <summary>How many notes an incident has, and what became of them, as far as the notes themselves are at hand.</summary>
    internal static string Notes(PSObject row)
    {
        var notes = new ViewRow(row).Items("Notes").Select(note => new ViewRow(note)).ToList();
        return notes.Exists(note => note["Author"] is null)
            ? notes.Count.ToString(CultureInfo.CurrentCulture)
            : $"{notes.Count}, {notes.Count(n => n.Is("TouchedByOther"))} edited or deleted by others, "
                + $"{notes.Count(n => n.Is("TouchedAfterResolution"))} after the resolution";
    }

    /// <summary>A note's text as last written, and what is to know of it.</summary>
    internal static string Note(PSObject row)
    {
        var note = new ViewRow(row);
        return note.Text("Text") + (note.Text("Dating") is { } dating ? $" [{dating}]" : null) + (note.Is("IsDeleted") ? " [deleted]" : null);
    }

    /// <summary>Certain, or inferred, and of how many incidents.</summary>
    internal static string Link(PSObject row)
    {
        var step = new ViewRow(row);
        return step.Number("Candidates") is > 1 and var count ? $"{step.Text("Link")}/{count}" : step.Text("Link") ?? string.Empty;
    }

    /// <summary>A step in words, with what must be known beside it.</summary>
    internal static string Step(PSObject row)
    {
        var step = new ViewRow(row);
        // What people wrote stays as they wrote it; the words on a retry and on a change before are ours alone.
        return (step.Is("IsRetry") || step["Scope"] is not null ? ViewText.InOneClock(step.Text("Text")) : step.Text("Text")) + (step.Is("SameSecond") ? " [same second as another step: order not known]" : null)
            + (step.Text("Remark") is { } remark ? $" [{remark}]" : null);
    }
}
