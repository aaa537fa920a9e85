namespace IncidentTrail.Reports;

/// <summary>An incident of a report, with the steps it shows.</summary>
/// <param name="IsWhole">False where only steps were given: then nothing else of the incident is shown.</param>
internal sealed record ReportIncident(TrailIncident Incident, IReadOnlyList<TrailTimelineEntry> Steps, bool IsWhole)
{
    /// <summary>The events that the report rests on, each once, in order of time.</summary>
    internal IEnumerable<TrailEvent> Events() => Events(_ => true);

    /// <summary>The same, of the changes before it only those that are asked for.</summary>
    internal IEnumerable<TrailEvent> Events(Func<TrailChange, bool> changes) => Steps.SelectMany(s => s.Records)
        .Concat(IsWhole ? Incident.ChangesBefore.Where(changes).SelectMany(c => c.Records) : [])
        .Distinct<TrailEvent>(ReferenceEqualityComparer.Instance)
        .OrderBy(e => e.EventTimeUtc ?? DateTime.MaxValue);
}
