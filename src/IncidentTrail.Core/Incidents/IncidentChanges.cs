namespace IncidentTrail.Incidents;

/// <summary>
/// The changes before an incident and while it ran that can keep a page from going out, or from being recorded. They are changes of
/// that time, and never said to be its causes.
/// </summary>
internal sealed class IncidentChanges
{
    private readonly IncidentFile _file;
    private readonly ContactPlans _plans;
    private readonly ChangeHistory _history;
    private readonly DateTime _startUtc;
    private readonly DateTime _fromUtc;
    private readonly DateTime _untilUtc;

    private IncidentChanges(IncidentFile file, ContactPlans plans, ChangeHistory history, DateTime startUtc, DateTime fromUtc, DateTime untilUtc) =>
        (_file, _plans, _history, _startUtc, _fromUtc, _untilUtc) = (file, plans, history, startUtc, fromUtc, untilUtc);

    /// <summary>
    /// The changes before it, found out when somebody asks: before ten thousand incidents may be as many changes each. Where there are
    /// any in that time, the changes read are held until then, and what was read of plans; nothing else of other incidents is.
    /// </summary>
    /// <returns>Null where there are none.</returns>
    internal static Lazy<TrailList<TrailChange>>? Before(IncidentFile file, ContactPlans plans, ChangeHistory history, TimeSpan lookBack) =>
        StartOf(file) is { } start ? Later(file, plans, history, start, start - DateTime.MinValue > lookBack ? start - lookBack : DateTime.MinValue, start) : null;

    /// <summary>The changes while it ran, in the same way. Those of the very second of its start are among the ones before it.</summary>
    /// <param name="endUtc">When it ended; null where it did not, as far as was read.</param>
    /// <returns>Null where there are none.</returns>
    internal static Lazy<TrailList<TrailChange>>? During(IncidentFile file, ContactPlans plans, ChangeHistory history, DateTime? endUtc) =>
        StartOf(file) is { } start && start < DateTime.MaxValue ? Later(file, plans, history, start, start.AddTicks(1), endUtc ?? DateTime.MaxValue) : null;

    private static DateTime? StartOf(IncidentFile file) => file.StartUtc ?? file.FirstUtc;

    private static Lazy<TrailList<TrailChange>>? Later(
        IncidentFile file, ContactPlans plans, ChangeHistory history, DateTime startUtc, DateTime fromUtc, DateTime untilUtc) =>
        history.Between(fromUtc, untilUtc).IsEmpty ? null : Found(new IncidentChanges(file, plans, history, startUtc, fromUtc, untilUtc));

    // Apart, since every incident is asked whether there are any.
    private static Lazy<TrailList<TrailChange>> Found(IncidentChanges changes) => new(() => [.. changes.All().OrderBy(c => c.Scope)]);

    private List<TrailChange> All()
    {
        var relevance = new ChangeRelevance(_file, _plans, _history, _startUtc, _untilUtc);
        var changes = new List<TrailChange>();
        foreach (var change in _history.Between(_fromUtc, _untilUtc))
        {
            var call = change.Call;
            if (relevance.Of(change) is not { } found || ChangeText.Of(call, _history) is not { } phrase)
                continue;
            var sinceStart = (long)(call.TimeUtc!.Value - _startUtc).TotalSeconds;
            changes.Add(new TrailChange(call)
            {
                Scope = found.Scope,
                Link = found.Link,
                Basis = found.Basis,
                SecondsBefore = _fromUtc <= _startUtc ? -sinceStart : null,
                SecondsAfter = _fromUtc <= _startUtc ? null : sinceStart,
                Actor = Actor.Of(call),
                Phrase = phrase,
            });
        }
        return changes;
    }
}
