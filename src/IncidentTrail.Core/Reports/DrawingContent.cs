namespace IncidentTrail.Reports;

/// <summary>Chooses what is drawn of an incident.</summary>
internal static class DrawingContent
{
    /// <summary>Null where no step has a time.</summary>
    internal static ReportDrawing? Of(ReportIncident content, ReportNames names, Func<TrailTimelineEntry, string> target)
    {
        var steps = content.Steps.Where(s => s.TimeUtc is not null).ToList();
        if (steps.Count == 0)
            return null;
        var (from, to) = (steps.Min(s => s.TimeUtc)!.Value, steps.Max(s => s.TimeUtc)!.Value);
        var lanes = steps.OrderBy(s => s.TimeUtc).Select(s => names.Caller(s.CallerName)).Distinct(StringComparer.Ordinal).ToList();
        return new ReportDrawing(
            from, to, lanes,
            [
                .. steps.Select(s => new ReportDrawing.Mark(
                    s.TimeUtc!.Value, lanes.IndexOf(names.Caller(s.CallerName)), s.Kind, s.Failed, s.Link == TrailLink.Inferred,
                    $"{ReportText.Time(s.TimeUtc)} {ReportText.Step(s, names)}{(s.Link == TrailLink.Inferred ? " (inferred)" : null)}",
                    target(s))),
            ],
            content.IsWhole ? Bands(content.Incident, from, to) : []);
    }

    // A second in which calls set different statuses leaves the status unknown until the next one.
    private static List<ReportDrawing.Band> Bands(TrailIncident incident, DateTime from, DateTime to)
    {
        var bands = new List<ReportDrawing.Band>();
        var status = incident.StartTimeUtc is null ? "status not in what was read" : null;
        var since = from;
        foreach (var second in incident.StatusChanges.Where(s => s.TimeUtc is not null).GroupBy(s => s.TimeUtc!.Value))
        {
            if (status is not null && second.Key > since)
                bands.Add(new ReportDrawing.Band(since, second.Key, status));
            var set = second.Select(StatusOf).Distinct(StringComparer.Ordinal).ToList();
            (status, since) = (set.Count == 1 ? set[0] : "status not certain", second.Key);
        }
        if (status is not null)
            bands.Add(new ReportDrawing.Band(since, to, status));
        return [.. Joined(bands)];
    }

    private static string StatusOf(TrailTimelineEntry step) =>
        step.Fields.FirstOrDefault(f => f.Field == "status")?.Value ?? "OPEN";

    private static IEnumerable<ReportDrawing.Band> Joined(List<ReportDrawing.Band> bands)
    {
        ReportDrawing.Band? last = null;
        foreach (var band in bands)
        {
            if (last is not null && last.Status == band.Status)
                last = last with { ToUtc = band.ToUtc };
            else
            {
                if (last is not null)
                    yield return last;
                last = band;
            }
        }
        if (last is not null)
            yield return last;
    }
}
