using System.Runtime.CompilerServices;
using IncidentTrail.Events;

namespace IncidentTrail.Tallies;

/// <summary>Gathers events into their distinct callers. It grows with the callers and with what is distinct of each.</summary>
internal sealed class CallerTally
{
    private const int RecentSize = 256;

    private readonly Dictionary<CallerKey, CallerEntry> _entries = [];

    // A session's records share one caller object, which is found faster than its key.
    private readonly (TrailCaller? Caller, CallerEntry? Entry)[] _recent = new (TrailCaller?, CallerEntry?)[RecentSize];

    /// <summary>Adds an event.</summary>
    public void Add(TrailEvent trailEvent) => Add(trailEvent.View);

    /// <summary>Adds a record.</summary>
    [MethodImpl(Jit.Hot)]
    public void Add(scoped in RecordView record)
    {
        var caller = record.Caller;
        ref var recent = ref _recent[RuntimeHelpers.GetHashCode(caller) % RecentSize];
        if (!ReferenceEquals(recent.Caller, caller))
            recent = (caller, EntryOf(caller));
        recent.Entry!.Add(record, caller);
    }

    private CallerEntry EntryOf(TrailCaller caller)
    {
        var key = CallerKey.Of(caller);
        if (!_entries.TryGetValue(key, out var entry))
            _entries.Add(key, entry = new CallerEntry(caller));
        return entry;
    }

    /// <summary>The callers so far, by the time they were first seen, then by name; those never timed come last.</summary>
    public IReadOnlyList<TrailCallerSummary> Summarize()
    {
        JoinCopies();
        return
        [
            .. _entries.Values.Select(entry => entry.Summarize())
                .OrderBy(caller => caller.FirstSeenUtc ?? DateTime.MaxValue)
                .ThenBy(caller => caller.Name, StringComparer.Ordinal),
        ];
    }

    // A call into another account leaves two records, and the other account's names the caller by account and principal
    // id alone. Where its copy in the caller's own account was read too, they are one caller and one call.
    private void JoinCopies()
    {
        var known = _entries.Where(entry => entry.Key.Kind != TrailCallerKind.AwsAccount)
            .ToLookup(entry => (entry.Key.AccountId, entry.Key.Principal), entry => entry.Value);
        foreach (var (key, entry) in _entries.Where(entry => entry.Key.Kind == TrailCallerKind.AwsAccount).ToArray())
        {
            if (known[(key.AccountId, key.Principal)].FirstOrDefault(entry.SharesCallWith) is not { } full)
                continue;
            full.Absorb(entry);
            _entries.Remove(key);
            Array.Clear(_recent);
        }
    }
}
