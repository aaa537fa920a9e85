using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;

namespace IncidentTrail.Incidents.Steps;

/// <summary>The steps of an incident, in order of time, and what they tell of it.</summary>
internal sealed class IncidentSteps
{
    private readonly IncidentCall? _start;
    private TrailList<TrailTimelineEntry>? _statusChanges;
    private TrailList<TrailTimelineEntry>? _failedAttempts;
    private TrailList<string>? _people;
    private TrailList<string>? _services;

    internal IncidentSteps(IncidentFile file, FieldChanges fields, NoteAudit notes, TrailIncident owner)
    {
        var writer = new StepWriter(file, fields, notes, owner);
        var steps = file.Calls.ConvertAll(writer.Write);
        MarkSameSeconds(steps);
        // The steps tell all that nearly everybody wants to know of them.
        foreach (var linked in file.Calls)
            linked.Call.Forget();
        Timeline = [.. steps.Where(s => !s.IsRead)];
        Reads = [.. steps.Where(s => s.IsRead)];
        _start = file.StartIsRepeat ? null : file.Start;
    }

    internal TrailList<TrailTimelineEntry> Timeline { get; }

    internal TrailList<TrailTimelineEntry> Reads { get; }

    internal TrailList<TrailTimelineEntry> StatusChanges => LazyInitializer.EnsureInitialized(
        ref _statusChanges, () => [.. Timeline.Where(s => !s.Failed && (s.Fields.Any(f => f.Field == "status") || s.Call == _start))]);

    internal TrailList<TrailTimelineEntry> FailedAttempts =>
        LazyInitializer.EnsureInitialized(ref _failedAttempts, () => [.. Timeline.Where(s => s.Failed)]);

    internal TrailList<string> People => LazyInitializer.EnsureInitialized(ref _people, () => Names(programs: false));

    internal TrailList<string> Services => LazyInitializer.EnsureInitialized(ref _services, () => Names(programs: true));

    // They are in order of time.
    private static void MarkSameSeconds(List<TrailTimelineEntry> steps)
    {
        TrailTimelineEntry? before = null;
        foreach (var step in steps)
        {
            if (step.TimeUtc is null || step.IsRead)
                continue;
            if (before?.TimeUtc == step.TimeUtc)
                before!.SameSecond = step.SameSecond = true;
            before = step;
        }
    }

    // A read that failed is a step, and changed nothing by being tried.
    private TrailList<string> Names(bool programs) =>
        [.. Timeline.Where(s => s.Kind != TrailStepKind.Read && ProgramCaller.Made(s.Caller, s.Call.View) == programs).Select(s => s.CallerName).Distinct().Order(StringComparer.Ordinal)];
}
