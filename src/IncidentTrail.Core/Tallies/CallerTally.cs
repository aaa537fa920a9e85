using IncidentTrail.Events;
using IncidentTrail.Records;
using IncidentTrail.Sql;

namespace IncidentTrail.Tallies;

/// <summary>Gathers events into their distinct callers. It grows with the callers and with what is distinct of each.</summary>
internal sealed class CallerTally
{
    private const int RecentSize = 256;

    private readonly CallerEntries _entries = new();

    private readonly KnownCallers _known;

    private readonly TallyTexts _texts = new();

    // What tells a caller is found again faster than what tells it from others. A number is from 1 on.
    private readonly (SeededHash ReadFrom, int Number)[] _recent = new (SeededHash, int)[RecentSize];

    /// <summary>The order of those who were first seen at one time: by name, then by what else tells them apart.</summary>
    internal static Comparer<TrailCallerSummary> ByNameOrder { get; } = Comparer<TrailCallerSummary>.Create(Compare);

    public CallerTally() => _known = new KnownCallers(_entries);

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
    public void Add(ISeenCalls seen)
    {
        _texts.Begin(seen.Texts);
        var calls = seen.Calls;
        _known.Touch(calls);
        for (var i = 0; i < calls.Length; i++)
        {
            ref readonly var call = ref calls[i];
            if (!call.IsShared && _known.Find(call.CallerHash) is var known and >= 0)
                _entries[known].Add(call, _texts, sharedId: null);
            else
                Add(call, seen.RecordOf(i));
        }
    }

    private void Add(in CallSight call, scoped in RecordView record)
    {
        var hash = call.CallerHash;
        var id = call.IsShared ? record.Text(RecordField.SharedEventId) : null;
        if (_known.Find(hash) is var known and >= 0)
        {
            _entries[known].Add(call, _texts, id);
            return;
        }
        var caller = record.CallerOf(hash);
        ref var recent = ref _recent[hash.Low % RecentSize];
        if (recent.Number == 0 || recent.ReadFrom != hash)
            recent = (hash, NumberOf(caller) + 1);
        var number = recent.Number - 1;
        ref var entry = ref _entries[number];
        var former = entry.ReadFrom;
        entry.Add(call, caller, _texts, id);
        if (entry.ReadFrom == hash)
            _known.Note(number, former);
    }

    /// <summary>Adds calls that were counted where they lie.</summary>
    public void Add(CountedCalls counted)
    {
        foreach (var group in counted.Groups)
            _entries[NumberOf(group.Caller)].Add(group, _texts);
        // Of calls with the same records one stands for all.
        foreach (var calls in counted.Shared)
        {
            var id = Guid.NewGuid();
            foreach (var (caller, call) in calls.Seen)
                _entries[NumberOf(caller)].Add(call, caller, calls.Times, id, _texts);
        }
    }

    private int NumberOf(TrailCaller caller) => _entries.NumberOf(CallerKey.Of(caller).Hash, caller, _texts);

    /// <summary>The callers so far, by the time they were first seen, then by name; those never timed come last.</summary>
    public IReadOnlyList<TrailCallerSummary> Summarize() => [.. Summaries()];

    /// <summary>The same, each made when it is asked for.</summary>
    public IEnumerable<TrailCallerSummary> Summaries()
    {
        JoinCopies();
        var (times, timed) = Timed();
        for (int from = 0, next; from < timed.Length; from = next)
        {
            for (next = from + 1; next < timed.Length && times[next] == times[from];)
                next++;
            foreach (var summary in ByName(timed.AsMemory(from, next - from)))
                yield return summary;
        }
    }

    /// <summary>The callers so far, or what stands for several of them, in the same order.</summary>
    public IEnumerable<TrailCallerSummary> Summaries(TrailCallerGrouping grouping)
    {
        if (grouping == TrailCallerGrouping.Session)
            return Summaries();
        JoinCopies();
        return CallerGroups.Of(Timed().Numbers.Select(number => _entries[number]), grouping, _texts);
    }

    // The callers by the time they were first seen, those of one time as they were met, and these times.
    private (ulong[] Times, int[] Numbers) Timed()
    {
        int[] numbers = [.. _entries.Numbers];
        var times = Array.ConvertAll(numbers, number => _entries[number].FirstTicks);
        Array.Sort(times, numbers);
        for (int from = 0, next; from < numbers.Length; from = next)
        {
            for (next = from + 1; next < numbers.Length && times[next] == times[from];)
                next++;
            Array.Sort(numbers, from, next - from);
        }
        return (times, numbers);
    }

    // The names of those who were first seen together, and of no others, are held at once.
    private IEnumerable<TrailCallerSummary> ByName(ReadOnlyMemory<int> together)
    {
        if (together.Length == 1)
            return [_entries[together.Span[0]].Summarize(_texts)];
        var summaries = new TrailCallerSummary[together.Length];
        for (var i = 0; i < summaries.Length; i++)
            summaries[i] = _entries[together.Span[i]].Summarize(_texts);
        return summaries.Order(ByNameOrder);
    }

    // What the first differ in decides: hardly ever more than the names are looked at, or made.
    private static int Compare(TrailCallerSummary a, TrailCallerSummary b) =>
        string.CompareOrdinal(a.Name, b.Name) is var byName and not 0 ? byName
        : a.Kind.CompareTo(b.Kind) is var byKind and not 0 ? byKind
        : string.CompareOrdinal(a.AccountId, b.AccountId) is var byAccount and not 0 ? byAccount
        : string.CompareOrdinal(a.PrincipalId, b.PrincipalId) is var byPrincipal and not 0 ? byPrincipal
        : string.CompareOrdinal(a.Arn, b.Arn) is var byArn and not 0 ? byArn
        : string.CompareOrdinal(a.IssuerArn, b.IssuerArn) is var byIssuer and not 0 ? byIssuer
        : string.CompareOrdinal(a.InvokedBy, b.InvokedBy);

    private void JoinCopies()
    {
        if (_texts.Extras.Count == 0)
            return;
        var copied = CopiedCallers.Of(
            _entries.Numbers.Where(number => _entries[number].HasShared(_texts)),
            number => _entries[number].CallerOf(_texts), (one, other) => _entries[one].SharesCallWith(_entries[other], _texts));
        foreach (var (copy, full) in copied)
        {
            _entries[full].Absorb(_entries[copy], _texts);
            _entries[copy].IsGone = true;
        }
        if (copied.Count == 0)
            return;
        _entries.Index();
        Array.Clear(_recent);
        _known.Clear();
    }
}
