using IncidentTrail.Texts;
using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>What a report says of the reading it rests on.</summary>
internal static class CoverageContent
{
    /// <summary>Its section; nothing where no incident rests on a reading.</summary>
    internal static IEnumerable<ReportBlock> Of(IReadOnlyList<ReportIncident> incidents, ReportNames names)
    {
        if (incidents.Count == 0)
            yield break;
        var coverages = incidents.Select(i => i.Incident.Coverage).OfType<TrailCoverage>()
            .Distinct<TrailCoverage>(ReferenceEqualityComparer.Instance).ToList();
        yield return new Heading(2, "What was read", "coverage");
        if (coverages.Count == 0)
            yield return new Paragraph("The incidents carry no account of what was read.");
        foreach (var coverage in coverages)
        {
            yield return new Facts([.. Facts(coverage)]);
            if (names.Hides)
                continue;
            yield return new Bullets([.. coverage.Sources.Select(Source), .. coverage.Faults.Select(f => "Fault: " + f.Message)]);
        }
    }

    private static IEnumerable<(string, string)> Facts(TrailCoverage coverage)
    {
        yield return ("Complete", coverage.IsComplete ? "yes: every source was read to its end" : "no");
        yield return ("Logs", $"{ReportText.Number(coverage.LogsRead)} of {ReportText.Number(coverage.LogsListed)} read, {ReportText.Number(coverage.LogsFailed)} failed, {ReportText.Number(coverage.LogsSkipped)} skipped");
        yield return ("Log integrity", !coverage.RequiresValid ? "not checked"
            : coverage.LogsInvalid + coverage.LogsNotCovered == 0 ? "each log that was read is proven to be what CloudTrail signed"
            : $"each log that was read is proven to be what CloudTrail signed; left out: {ReportText.Number(coverage.LogsInvalid)} that {Counted.Noun(coverage.LogsInvalid, "is", "are")} not, {ReportText.Number(coverage.LogsNotCovered)} that no valid digest lists");
        yield return ("Records", $"{ReportText.Number(coverage.RecordsRead)}: {ReportText.Number(coverage.RecordsKept)} kept, {ReportText.Number(coverage.RecordsDropped)} dropped by filters, {ReportText.Number(coverage.RecordsDuplicate, "duplicate")}");
        if (coverage.RecordsConflicting > 0)
            yield return ("Conflicting copies", $"{ReportText.Number(coverage.RecordsConflicting)}: one of the copies may have been edited");
        if (coverage.RecordsInvalid > 0)
            yield return ("Broken records", ReportText.Number(coverage.RecordsInvalid));
        if (coverage.NewestDeliveryUtc is { } newest)
            yield return ("Newest delivery", ReportText.Time(newest));
        yield return ("Faults", ReportText.Number(coverage.Faults.Count));
    }

    private static string Source(TrailSourceCoverage source) =>
        $"{source.Name}: {ReportText.Number(source.EventCount, "event")}{string.Concat(source.Notes.Select(n => "; " + n))}";
}
