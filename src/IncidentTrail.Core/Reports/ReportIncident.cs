namespace IncidentTrail.Reports;

/// <summary>An incident of a report, with the steps it shows.</summary>
/// <param name="IsWhole">False where only steps were given: then nothing else of the incident is shown.</param>
internal sealed record ReportIncident(TrailIncident Incident, IReadOnlyList<TrailTimelineEntry> Steps, bool IsWhole)
{
    /// <summary>An incident with all its steps.</summary>
    internal static ReportIncident Whole(TrailIncident incident) => new(incident, incident.GetTimeline(reads: false, changes: false), IsWhole: true);

    /// <summary>The incidents of steps, each with these steps alone.</summary>
    internal static IEnumerable<ReportIncident> OfSteps(IEnumerable<TrailTimelineEntry> steps) =>
        steps.Where(s => s.Owner is not null).GroupBy(s => s.Owner!).Select(g => new ReportIncident(g.Key, [.. g], IsWhole: false));

    /// <summary>The events that the report rests on, each once, in order of time.</summary>
    internal IEnumerable<TrailEvent> Events() => Events(_ => true);

    /// <summary>The same, of the changes before it and during it only those that are asked for.</summary>
    internal IEnumerable<TrailEvent> Events(Func<TrailChange, bool> changes) => Steps.SelectMany(s => s.Records)
        .Concat(IsWhole ? Incident.Changes.Where(changes).SelectMany(c => c.Records) : [])
        .Distinct<TrailEvent>(ReferenceEqualityComparer.Instance)
        .OrderBy(e => e.EventTimeUtc ?? DateTime.MaxValue);
}
