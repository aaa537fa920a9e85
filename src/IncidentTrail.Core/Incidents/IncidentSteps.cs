namespace IncidentTrail.Incidents;

/// <summary>The steps of an incident, in order of time, and what they tell of it.</summary>
internal sealed class IncidentSteps
{
    internal IncidentSteps(IncidentFile file, FieldChanges fields, NoteAudit notes, TrailIncident owner)
    {
        var writer = new StepWriter(file, fields, notes);
        var steps = file.Calls.ConvertAll(writer.Write);
        MarkSameSeconds(steps);
        foreach (var step in steps)
            step.Owner = owner;
        Timeline = [.. steps.Where(s => s.Kind != TrailStepKind.Read || s.Failed)];
        Reads = [.. steps.Where(s => s.Kind == TrailStepKind.Read && !s.Failed)];
        FailedAttempts = [.. Timeline.Where(s => s.Failed)];
        var start = file.StartIsRepeat ? null : file.Start;
        StatusChanges = [.. Timeline.Where(s => !s.Failed && (s.Fields.Any(f => f.Field == "status") || s.Event == start?.Event))];
        People = Names(programs: false);
        Services = Names(programs: true);
    }

    internal TrailList<TrailTimelineEntry> Timeline { get; }

    internal TrailList<TrailTimelineEntry> Reads { get; }

    internal TrailList<TrailTimelineEntry> StatusChanges { get; }

    internal TrailList<TrailTimelineEntry> FailedAttempts { get; }

    internal TrailList<string> People { get; }

    internal TrailList<string> Services { get; }

    private static void MarkSameSeconds(List<TrailTimelineEntry> steps)
    {
        foreach (var second in steps.Where(s => s.TimeUtc is not null && s.Kind != TrailStepKind.Read).GroupBy(s => s.TimeUtc))
        {
            if (second.Count() > 1)
            {
                foreach (var step in second)
                    step.SameSecond = true;
            }
        }
    }

    private TrailList<string> Names(bool programs) =>
        [.. Timeline.Where(s => ProgramCaller.Made(s.Event.Caller, s.Event.View) == programs).Select(s => s.CallerName).Distinct().Order(StringComparer.Ordinal)];
}
