using System.Text.Json;

namespace IncidentTrail.Tests.Incidents;

/// <summary>Rebuilds the incidents of the fixtures, and finds their events by label.</summary>
internal static class Fixture
{
    private static readonly Lazy<Dictionary<string, string>> s_labels = new(ReadLabels);

    internal static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "data", "incidents", name + ".json");

    internal static TrailIncident Incident(string name, TimeSpan? lookBack = null) => Assert.Single(Incidents(name, lookBack));

    internal static IReadOnlyList<TrailIncident> Incidents(string name, TimeSpan? lookBack = null) =>
        Incidents(PathOf(name), new TrailIncidentQuery { LookBack = lookBack });

    internal static IReadOnlyList<TrailIncident> Sample(TimeSpan? lookBack = null) => Incidents(
        Path.Combine(Repository.Root, "tests", "data", "trail"), new TrailIncidentQuery { LookBack = lookBack });

    internal static IReadOnlyList<TrailIncident> Incidents(string path, TrailIncidentQuery query)
    {
        var coverage = new TrailCoverage();
        var events = Events(path, IncidentReconstruction.ReadingFor(query.Filter ?? new TrailQuery(), query.LookBack), coverage);
        return Rebuild(events, query, coverage);
    }

    internal static IReadOnlyList<TrailIncident> Rebuild(
        IEnumerable<TrailEvent> events, TrailIncidentQuery? query = null, TrailCoverage? coverage = null)
    {
        var reconstruction = new IncidentReconstruction(query ?? new TrailIncidentQuery(), coverage);
        foreach (var trailEvent in events)
            reconstruction.Add(trailEvent);
        return reconstruction.Incidents();
    }

    /// <summary>The same as a cmdlet does it: records are taken as they are read, and no events are made of them.</summary>
    internal static IReadOnlyList<TrailIncident> Read(ITrailSource source, TrailIncidentQuery query, IEnumerable<TrailEvent>? before = null)
    {
        var coverage = new TrailCoverage();
        var session = new TrailSession(IncidentReconstruction.ReadingFor(query.Filter ?? new TrailQuery(), query.LookBack), coverage);
        var reconstruction = new IncidentReconstruction(query, coverage);
        foreach (var trailEvent in before ?? [])
            reconstruction.Add(trailEvent);
        foreach (var batch in session.ReadAsync(source, default).ToBlockingEnumerable())
            batch.Visit(reconstruction.Add, reconstruction.Add);
        session.Finish();
        return reconstruction.Incidents();
    }

    internal static List<TrailEvent> Events(string path, TrailQuery query, TrailCoverage coverage)
    {
        var session = new TrailSession(query, coverage);
        List<TrailEvent> events =
            [.. session.ReadAsync(new FileSource([path]), default).ToBlockingEnumerable().SelectMany(b => b.Events)];
        session.Finish();
        return events;
    }

    internal static List<TrailEvent> Events(string json)
    {
        var session = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage());
        return [.. session.ReadAsync(new TextSource([json]), default).ToBlockingEnumerable().SelectMany(b => b.Events)];
    }

    /// <summary>The step that rests on the event of that label.</summary>
    internal static TrailTimelineEntry Step(TrailIncident incident, string label) =>
        Assert.Single(incident.Timeline, s => s_labels.Value[s.Event.EventId!] == label);

    private static Dictionary<string, string> ReadLabels()
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "tests", "data", "incidents-expected.json")));
        using var trail = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "tests", "data", "trail-expected.json")));
        return document.RootElement.EnumerateArray().Concat(trail.RootElement.EnumerateArray())
            .DistinctBy(e => e.GetProperty("eventID").GetString()!)
            .ToDictionary(
                e => e.GetProperty("eventID").GetString()!,
                e => e.TryGetProperty("label", out var label) ? label.GetString()! : "");
    }

    internal static DateTime Utc(string text) => DateTime.Parse(text, null, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
