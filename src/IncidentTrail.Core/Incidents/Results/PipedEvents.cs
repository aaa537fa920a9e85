namespace IncidentTrail.Incidents.Results;

/// <summary>The events that an object of the pipeline is or tells of: of a step and an incident every record of their own calls.</summary>
internal static class PipedEvents
{
    /// <summary>The events, in order of time where there are several; null where the object holds none.</summary>
    public static IEnumerable<TrailEvent>? Of(TrailInput input) => input switch
    {
        TrailEvent trailEvent => [trailEvent],
        TrailTimelineEntry step => Of(step),
        TrailIncident incident => incident.Timeline.Concat(incident.Reads).OrderBy(step => step.TimeUtc ?? DateTime.MaxValue).SelectMany(Of),
        _ => null,
    };

    private static IEnumerable<TrailEvent> Of(TrailTimelineEntry step) => step.Records.Count > 0 ? step.Records : [step.Event];
}
