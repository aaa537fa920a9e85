using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>The incidents of a report, a row each.</summary>
internal static class IndexContent
{
    internal const string Id = "incidents";

    /// <param name="incidents">The incidents in the report's order.</param>
    /// <param name="names">The names, or labels in their place.</param>
    /// <param name="target">Where the incident of a number, from 1, is.</param>
    internal static IEnumerable<ReportBlock> Of(IReadOnlyList<ReportIncident> incidents, ReportNames names, Func<int, string> target)
    {
        yield return new Heading(2, "Incidents", Id);
        yield return new Table("Incidents", ["Began", "Incident", "Response plan", "Impact", "Status", "Time to resolve", "Resolved by"],
        [
            .. incidents.Select((content, i) =>
            {
                var incident = content.Incident;
                return new ReportRow(
                [
                    incident.StartTimeUtc is null ? names.Text(incident.Began) : ReportText.Time(incident.StartTimeUtc),
                    IncidentContent.TitleOf(incident, names), names.Text(incident.ResponsePlan ?? "not in what was read"),
                    IncidentContent.Impact(incident), incident.StatusWords,
                    incident.TimeToResolve.Seconds is null ? string.Empty : incident.TimeToResolve.ToString(),
                    incident.ResolvedBy is { } by ? names.Caller(by) : string.Empty,
                ])
                {
                    Links = [new ReportLink($"incident {i + 1}", target(i + 1))],
                };
            }),
        ]);
    }
}
