using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>What a report says, in order, without a form.</summary>
internal sealed class ReportContent(ReportNames names, TrailReportOptions options)
{
    internal IReadOnlyList<ReportBlock> Of(IReadOnlyList<ReportIncident> incidents)
    {
        var blocks = new List<ReportBlock> { new Heading(1, Title(incidents)) };
        blocks.Add(new Paragraph("Rebuilt from the API calls that CloudTrail recorded. Times are UTC, to the second. What is inferred says so; what is absent was not in what was read, which does not mean that it did not happen."));
        if (names.Hides)
            blocks.Add(new Paragraph("People are replaced by labels: the same label is the same person or program throughout. Records, addresses, user agents, keys and text that people wrote are left out. Names of response plans, alarms, roles and documents are kept, and such text may still name people."));
        else if (!options.IncludeSensitive)
            blocks.Add(new Paragraph("Accept codes, activation codes and delivery addresses are masked. Text that people wrote is shown as it is, and may hold what should not be passed on."));
        if (incidents.Count == 0)
            blocks.Add(new Paragraph("No incident was given to this report."));
        for (var i = 0; i < incidents.Count; i++)
            blocks.AddRange(new IncidentContent(incidents[i], names, i + 1).Blocks());
        blocks.AddRange(CoverageContent.Of(incidents, names));
        if (!names.Hides)
            blocks.AddRange(Records(incidents));
        return blocks;
    }

    private string Title(IReadOnlyList<ReportIncident> incidents) =>
        incidents is [var only] ? "Incident report: " + IncidentContent.TitleOf(only.Incident, names) : "Incident report";

    private IEnumerable<ReportBlock> Records(IReadOnlyList<ReportIncident> incidents)
    {
        var events = incidents.SelectMany(i => i.Events()).Distinct<TrailEvent>(ReferenceEqualityComparer.Instance).ToList();
        if (events.Count == 0)
            yield break;
        yield return new Heading(2, "Records", "records");
        yield return new Paragraph($"The {ReportText.Number(events.Count)} records that this report rests on, as CloudTrail delivered them{(options.IncludeSensitive ? null : ", codes and delivery addresses masked")}. Only the spacing is new.");
        yield return new ReportBlock.Records(
        [
            .. events.Select(e => (
                $"{ReportText.Time(e.EventTimeUtc)} {e.EventName} {e.CallerName} {e.EventId}",
                RecordMask.Show(e.View.Json, options.IncludeSensitive))),
        ]);
    }
}
