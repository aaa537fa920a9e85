using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;

namespace IncidentTrail.Incidents.Changes;

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
    private TrailList<TrailChange>? _all;
    private TrailList<TrailChange>? _tied;

    private IncidentChanges(IncidentFile file, ContactPlans plans, ChangeHistory history, DateTime startUtc, DateTime fromUtc, DateTime untilUtc) =>
        (_file, _plans, _history, _startUtc, _fromUtc, _untilUtc) = (file, plans, history, startUtc, fromUtc, untilUtc);

    /// <summary>All of them, found out when somebody asks: before ten thousand incidents may be as many changes each.</summary>
    internal TrailList<TrailChange> All => LazyInitializer.EnsureInitialized(
        ref _all, () => [.. Found(AllOfTime).OrderBy(c => c.Scope)]);

    /// <summary>Those of a trail and of what the incident rests on, in the same way.</summary>
    internal TrailList<TrailChange> Tied => LazyInitializer.EnsureInitialized(
        ref _tied, () => [.. Found(relevance => relevance.Candidates(_history).Where(IsOfTime)).Where(c => c.Scope != TrailChangeScope.Other).OrderBy(c => c.Scope)]);

    /// <summary>
    /// The changes before it. Where there are any in that time, they hold the changes read, and what was read of plans; nothing else of other
    /// incidents.
    /// </summary>
    /// <returns>Null where there are none.</returns>
    internal static IncidentChanges? Before(IncidentFile file, ContactPlans plans, ChangeHistory history, TimeSpan lookBack) =>
        StartOf(file) is { } start ? Of(file, plans, history, start, start - DateTime.MinValue > lookBack ? start - lookBack : DateTime.MinValue, start) : null;

    /// <summary>The changes while it ran, in the same way. Those of the very second of its start are among the ones before it.</summary>
    /// <param name="endUtc">When it ended; null where it did not, as far as was read.</param>
    /// <returns>Null where there are none.</returns>
    internal static IncidentChanges? During(IncidentFile file, ContactPlans plans, ChangeHistory history, DateTime? endUtc) =>
        StartOf(file) is { } start && start < DateTime.MaxValue ? Of(file, plans, history, start, start.AddTicks(1), endUtc ?? DateTime.MaxValue) : null;

    private static DateTime? StartOf(IncidentFile file) => file.StartUtc ?? file.FirstUtc;

    private static IncidentChanges? Of(
        IncidentFile file, ContactPlans plans, ChangeHistory history, DateTime startUtc, DateTime fromUtc, DateTime untilUtc) =>
        history.Between(fromUtc, untilUtc).IsEmpty && !history.HasBuckets ? null : new IncidentChanges(file, plans, history, startUtc, fromUtc, untilUtc);

    private IEnumerable<EarlierChange> AllOfTime(ChangeRelevance relevance)
    {
        var all = _history.Between(_fromUtc, _untilUtc).ToArray();
        return !_history.HasBuckets ? all
            : all.Concat(relevance.Candidates(_history).Where(c => c.Call.Service == ChangeRelevance.BucketService && IsOfTime(c))).OrderBy(c => c.Place);
    }

    private bool IsOfTime(EarlierChange change) => change.Call.TimeUtc >= _fromUtc && change.Call.TimeUtc <= _untilUtc;

    private List<TrailChange> Found(Func<ChangeRelevance, IEnumerable<EarlierChange>> looked)
    {
        var relevance = new ChangeRelevance(_file, _plans, _history, _startUtc, _untilUtc);
        var changes = new List<TrailChange>();
        foreach (var change in looked(relevance))
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
