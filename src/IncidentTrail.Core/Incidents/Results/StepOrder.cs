namespace IncidentTrail.Incidents.Results;

/// <summary>Puts an incident's own steps and the changes beside them in order of time.</summary>
internal static class StepOrder
{
    /// <summary>All of them, each that shares its second with another marked.</summary>
    /// <param name="steps">The incident's own, marked among themselves.</param>
    /// <param name="changes">Changes before it or while it ran.</param>
    internal static TrailList<TrailTimelineEntry> Of(IEnumerable<TrailTimelineEntry> steps, IReadOnlyCollection<TrailTimelineEntry> changes)
    {
        List<TrailTimelineEntry> order = [.. changes.Concat(steps).OrderBy(step => step.TimeUtc ?? DateTime.MaxValue)];
        if (changes.Count == 0)
            return [.. order];
        var seconds = order.Where(Counts).GroupBy(step => step.TimeUtc!.Value).ToDictionary(second => second.Key, second => second.Count());
        for (var i = 0; i < order.Count; i++)
        {
            // A copy: in the incident's own list, without the changes, the step may be alone in its second.
            if (Counts(order[i]) && !order[i].SameSecond && seconds[order[i].TimeUtc!.Value] > 1)
                order[i] = order[i].InSharedSecond();
        }
        return [.. order];
    }

    // It changes nothing whether a read came first.
    private static bool Counts(TrailTimelineEntry step) => step.TimeUtc is not null && !step.IsRead;
}
