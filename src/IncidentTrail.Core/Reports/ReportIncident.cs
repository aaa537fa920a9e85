namespace IncidentTrail.Reports;

/// <summary>An incident of a report, with the steps it shows.</summary>
/// <param name="IsWhole">False where only steps were given: then nothing else of the incident is shown.</param>
internal sealed record ReportIncident(TrailIncident Incident, IReadOnlyList<TrailTimelineEntry> Steps, bool IsWhole)
{
    /// <summary>The events that the report rests on, each once, in order of time.</summary>
    internal IEnumerable<TrailEvent> Events() => Steps.SelectMany(s => s.Records)
        .Concat(IsWhole ? Incident.ChangesBefore.SelectMany(c => c.Records) : [])
        .Distinct<TrailEvent>(ReferenceEqualityComparer.Instance)
        .OrderBy(e => e.EventTimeUtc ?? DateTime.MaxValue);
}
