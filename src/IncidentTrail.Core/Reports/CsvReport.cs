using System.Globalization;

namespace IncidentTrail.Reports;

/// <summary>Writes the steps of a report, and the changes before and during, one a row; times as ISO text in UTC.</summary>
internal static class CsvReport
{
    private static readonly string[] s_columns =
    [
        "IncidentRecordArn", "TimeUtc", "Kind", "Text", "CallerName", "CallerKind", "Link", "LinkBasis", "Candidates", "SameSecond",
        "Failed", "Remark", "EventName", "EventSource", "Region", "AccountId", "AccessKeyId", "SourceIPAddress", "UserAgent", "EventId",
    ];

    internal static void Write(TextWriter writer, IReadOnlyList<ReportIncident> incidents, ReportNames names)
    {
        writer.NewLine = "\r\n";
        writer.WriteLine(string.Join(',', s_columns.Select(CsvText.Of)));
        foreach (var content in incidents)
        {
            foreach (var step in content.IsWhole ? content.Incident.GetTimeline(reads: false, changes: true) : [.. content.Steps.OrderBy(s => s.TimeUtc ?? DateTime.MaxValue)])
                writer.WriteLine(string.Join(',', Cells(step, names).Select(CsvText.Of)));
        }
    }

    private static string[] Cells(TrailTimelineEntry step, ReportNames names)
    {
        var trailEvent = step.Event;
        return
        [
            names.Text(step.IncidentRecordArn), ReportText.IsoTime(step.TimeUtc), step.Kind.ToString(), ReportText.Step(step, names),
            names.Caller(step.CallerName), step.Caller.Kind.ToString(), step.Link.ToString(), names.Text(step.LinkBasis),
            step.Candidates.ToString(CultureInfo.InvariantCulture), Flag(step.SameSecond), Flag(step.Failed), names.Text(step.Remark),
            trailEvent.EventName ?? string.Empty, trailEvent.EventSource ?? string.Empty, trailEvent.View.Region ?? string.Empty,
            trailEvent.AccountId ?? string.Empty,
            names.Hides ? string.Empty : trailEvent.AccessKeyId ?? string.Empty,
            names.Hides ? string.Empty : trailEvent.SourceIPAddress ?? string.Empty,
            names.Hides ? string.Empty : trailEvent.UserAgent ?? string.Empty,
            names.Hides ? string.Empty : trailEvent.EventId ?? string.Empty,
        ];
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
