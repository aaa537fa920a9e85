using System.Runtime.CompilerServices;
using IncidentTrail.Events;
using IncidentTrail.Records;
using IncidentTrail.Sql;

namespace IncidentTrail.Tallies;

/// <summary>Gathers events into their distinct callers. It grows with the callers and with what is distinct of each.</summary>
internal sealed class CallerTally
{
    private const int RecentSize = 256;
    private static readonly Comparer<TrailCallerSummary> s_byName = Comparer<TrailCallerSummary>.Create(Compare);

    private readonly Dictionary<SeededHash, CallerEntry> _entries = [];

    private readonly KnownCallers _known = new();

    private readonly TallyTexts _texts = new();

    // A caller's records share one caller object, which is found faster than its key.
    private readonly (TrailCaller? Caller, CallerEntry? Entry)[] _recent = new (TrailCaller?, CallerEntry?)[RecentSize];

    /// <summary>Adds an event.</summary>
    public void Add(TrailEvent trailEvent) => Add(trailEvent.View);

    /// <summary>Adds a record.</summary>
    public void Add(scoped in RecordView record)
    {
        _texts.Begin(_texts.Own);
        var call = CallSight.Of(record, _texts.Own);
        Add(call, record);
    }

    /// <summary>Adds calls; the record of one is looked into only for a caller who is not known, and for its copies.</summary>
    [MethodImpl(Jit.Hot)]
    public void Add(ISeenCalls seen)
    {
        _texts.Begin(seen.Texts);
        var calls = seen.Calls;
        _known.Touch(calls);
        for (var i = 0; i < calls.Length; i++)
        {
            ref readonly var call = ref calls[i];
            if (!call.IsShared && _known.Find(call.CallerHash) is { } known)
                known.Add(call, _texts);
            else
                Add(call, seen.RecordOf(i));
        }
    }

    [MethodImpl(Jit.Hot)]
    private void Add(in CallSight call, scoped in RecordView record)
    {
        var hash = call.CallerHash;
        var id = call.IsShared ? record.Text(RecordField.SharedEventId) : null;
        if (_known.Find(hash) is { } known)
        {
            known.Add(call, known.Caller, _texts, id);
            return;
        }
        var caller = record.CallerOf(hash);
        ref var recent = ref _recent[RuntimeHelpers.GetHashCode(caller) % RecentSize];
        if (!ReferenceEquals(recent.Caller, caller))
            recent = (caller, EntryOf(caller));
        var entry = recent.Entry!;
        var former = entry.Caller.ReadFrom;
        entry.Add(call, caller, _texts, id);
        if (entry.Caller.ReadFrom == hash)
            _known.Note(entry, former);
    }

    /// <summary>Adds calls that were counted where they lie.</summary>
    public void Add(CountedCalls counted)
    {
        foreach (var group in counted.Groups)
            EntryOf(group.Caller).Add(group, _texts.Own);
        // Of calls with the same records one stands for all.
        foreach (var calls in counted.Shared)
        {
            var id = Guid.NewGuid();
            foreach (var (caller, call) in calls.Seen)
                EntryOf(caller).Add(call, caller, calls.Times, id, _texts.Own);
        }
    }

    [MethodImpl(Jit.Hot)]
    private CallerEntry EntryOf(TrailCaller caller)
    {
        var key = CallerKey.Of(caller).Hash;
        if (!_entries.TryGetValue(key, out var entry))
            _entries.Add(key, entry = new CallerEntry(caller));
        return entry;
    }

    /// <summary>The callers so far, by the time they were first seen, then by name; those never timed come last.</summary>
    public IReadOnlyList<TrailCallerSummary> Summarize() => [.. Summaries()];

    /// <summary>The same, each made when it is asked for.</summary>
    [MethodImpl(Jit.Hot)]
    public IEnumerable<TrailCallerSummary> Summaries()
    {
        JoinCopies();
        var timed = _entries.Values.OrderBy(TimeOf);
        var together = new List<CallerEntry>();
        foreach (var entry in timed)
        {
            if (together.Count > 0 && TimeOf(together[0]) != TimeOf(entry))
            {
                foreach (var summary in ByName(together))
                    yield return summary;
                together.Clear();
            }
            together.Add(entry);
        }
        foreach (var summary in ByName(together))
            yield return summary;
    }

    /// <summary>The callers so far, or what stands for several of them, in the same order.</summary>
    public IEnumerable<TrailCallerSummary> Summaries(TrailCallerGrouping grouping)
    {
        if (grouping == TrailCallerGrouping.Session)
            return Summaries();
        JoinCopies();
        return CallerGroups.Of(_entries.Values.OrderBy(TimeOf), grouping, _texts);
    }

    private static DateTime TimeOf(CallerEntry entry) => entry.FirstSeen ?? DateTime.MaxValue;

    // The names of those who were first seen together, and of no others, are held at once.
    private IEnumerable<TrailCallerSummary> ByName(List<CallerEntry> together) =>
        together is [var one] ? [one.Summarize(_texts)] : together.ConvertAll(entry => entry.Summarize(_texts)).Order(s_byName);

    // What the first differ in decides: hardly ever more than the names are looked at, or made.
    private static int Compare(TrailCallerSummary a, TrailCallerSummary b) =>
        string.CompareOrdinal(a.Name, b.Name) is var byName and not 0 ? byName
        : a.Kind.CompareTo(b.Kind) is var byKind and not 0 ? byKind
        : string.CompareOrdinal(a.AccountId, b.AccountId) is var byAccount and not 0 ? byAccount
        : string.CompareOrdinal(a.PrincipalId, b.PrincipalId) is var byPrincipal and not 0 ? byPrincipal
        : string.CompareOrdinal(a.Arn, b.Arn) is var byArn and not 0 ? byArn
        : string.CompareOrdinal(a.IssuerArn, b.IssuerArn) is var byIssuer and not 0 ? byIssuer
        : string.CompareOrdinal(a.InvokedBy, b.InvokedBy);

    // A call into another account leaves two records, and the other account's names the caller by account and principal
    // id alone. Where its copy in the caller's own account was read too, they are one caller and one call.
    private void JoinCopies()
    {
        var shared = _entries.Where(entry => entry.Value.HasShared)
            .ToLookup(entry => entry.Value.Caller.Kind == TrailCallerKind.AwsAccount);
        // Whichever was read first: the order of kinds decides where several could be meant.
        var known = shared[false].Where(entry => !entry.Value.Caller.IsService).OrderBy(entry => entry.Value.Caller.Kind).ToLookup(entry => PrincipalOf(entry.Value), entry => entry.Value);
        foreach (var (key, entry) in shared[true])
        {
            if (known[PrincipalOf(entry)].FirstOrDefault(entry.SharesCallWith) is not { } full)
                continue;
            full.Absorb(entry);
            _entries.Remove(key);
            Array.Clear(_recent);
            _known.Clear();
        }
    }

    private static (string? AccountId, string? Principal) PrincipalOf(CallerEntry entry)
    {
        var key = CallerKey.Of(entry.Caller);
        return (key.AccountId, key.Principal.Value);
    }
}
