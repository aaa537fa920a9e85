using System.Runtime.InteropServices;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Changes;

/// <summary>
/// The changes that were read, in order of time, found by when they were made and by what they are about: each incident
/// asks for the few of them that have to do with it.
/// </summary>
internal sealed class ChangeHistory
{
    private readonly List<EarlierChange> _all = [];
    private int _count;
    private readonly List<EarlierChange> _replicationSets = [];
    private readonly List<EarlierChange> _trails = [];
    private readonly NameIndex<IncidentCall> _patterns = new();
    private readonly Dictionary<ResourceName, List<EarlierChange>> _about = new(ResourceName.NamedLike);
    private readonly Dictionary<ResourceName, List<EarlierChange>> _starting = new(ResourceName.NamedLike);

    /// <summary>Takes the next call in order of time, where it changed something.</summary>
    internal void Add(IncidentCall call)
    {
        if (call.Counts && call.TimeUtc is not null && ChangeText.Of(call) is not null)
            Add(new EarlierChange(_count++, call, ChangedThings.Of(call)));
    }

    /// <summary>Whether there are any of buckets, which are found by the bucket alone.</summary>
    internal bool HasBuckets { get; private set; }

    /// <summary>Those of trails.</summary>
    internal IReadOnlyList<EarlierChange> Trails => _trails;

    /// <summary>Those of replication sets.</summary>
    internal IReadOnlyList<EarlierChange> ReplicationSets => _replicationSets;

    /// <summary>Those about a thing, or about one whose name differs in case alone.</summary>
    internal IReadOnlyList<EarlierChange> About(ResourceName thing) => _about.GetValueOrDefault(thing, []);

    /// <summary>Those that let an alarm or an event rule start such a thing.</summary>
    internal IReadOnlyList<EarlierChange> Starting(ResourceName thing) => _starting.GetValueOrDefault(thing, []);

    /// <summary>The last call before a time that gave an event rule, and none that may be another, its pattern; null where none did.</summary>
    internal IncidentCall? PatternBefore(ResourceName rule, DateTime? timeUtc)
    {
        foreach (var (sameness, found) in _patterns.Find(rule))
        {
            if (sameness == Sameness.Same && TimeOrder.CountUntil(found.Count, i => found[i].TimeUtc < timeUtc) is var count and > 0)
                return found[count - 1];
        }
        return null;
    }

    /// <summary>Those from a time on to another, both inclusive, but for those of buckets.</summary>
    internal ReadOnlySpan<EarlierChange> Between(DateTime fromUtc, DateTime toUtc)
    {
        if (_all.Count == 0)
            return [];
        var first = TimeOrder.CountUntil(_all.Count, i => _all[i].Call.TimeUtc < fromUtc);
        return CollectionsMarshal.AsSpan(_all)[first..Math.Max(first, TimeOrder.CountUntil(_all.Count, i => _all[i].Call.TimeUtc <= toUtc))];
    }

    private void Add(EarlierChange change)
    {
        // Of thousands of buckets one may be a trail's, and nothing is told of the others: no incident looks through them.
        if (change.Call.Service == ChangeRelevance.BucketService)
            HasBuckets = true;
        else
            _all.Add(change);
        if (change.Call.Action?.ResourceKind == "replication-set")
            _replicationSets.Add(change);
        if (change.Call.Service == ChangeRelevance.TrailService)
            _trails.Add(change);
        if (change.Call.Is("PutRule") && change.Call.Asked("eventPattern") is not null && ChangedThings.RuleOf(change.Call) is { } rule)
            _patterns.Add(rule, change.Call);
        foreach (var thing in change.Things.Distinct(ResourceName.NamedLike))
            Add(_about, thing, change);
        foreach (var thing in ChangedThings.StartedBy(change.Call).Distinct(ResourceName.NamedLike))
            Add(_starting, thing, change);
    }

    private static void Add(Dictionary<ResourceName, List<EarlierChange>> found, ResourceName thing, EarlierChange change)
    {
        if (!found.TryGetValue(thing, out var changes))
            found.Add(thing, changes = []);
        changes.Add(change);
    }
}
