using IncidentTrail.Actions;
using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>
/// Turns records into calls: a record read twice is one, the copies that share an id are one call, and what an addendum
/// completes is one with it. The outcome does not depend on the order in which the records came.
/// </summary>
internal sealed class CallGathering(IncidentNames names)
{
    // Most calls have one record. Their calls are made as the records come, while the next logs are still being read.
    private readonly CallList _read = new();
    private readonly CallKinds _kinds = new();
    private readonly EventStore _store = new();
    private bool _hasSeveral;

    // The marks of the tokens that calls have, and of those that several may have; nearly every token is of one call alone.
    private readonly HashSet<ulong> _tokens = [];
    private readonly HashSet<ulong> _repeated = [];

    // Where records came that no reading has compared with each other: where each stands that has an id, and those without.
    private Dictionary<(ulong, uint), int>? _places;
    private HashSet<TrailEvent>? _withoutKey;

    /// <summary>Takes a record of a reading, which gives none twice, where it tells of incidents.</summary>
    internal void Add(
        scoped in RecordBytes bytes, in KeptRecord kept, CallOrigin origin, scoped in RecordView view, IRecordChunks? chunks)
    {
        var kind = _kinds.Of(view);
        if (!kind.IsWanted)
            return;
        var call = new IncidentCall(_store.Keep(bytes, kept, chunks), kept, origin, kind, names, view);
        if (_places is null)
            AddNew(call, view);
        else
            AddOnce(call, view);
    }

    /// <summary>Takes an event, where it tells of incidents; it may have come before.</summary>
    internal void Add(TrailEvent trailEvent, CallOrigin origin)
    {
        var view = trailEvent.View;
        var kind = _kinds.Of(view);
        if (kind.IsWanted)
            AddOnce(new IncidentCall(trailEvent, kind, names, origin), view);
    }

    /// <summary>The calls in order of time, retries marked.</summary>
    internal CallList Calls()
    {
        var calls = Sorted(_hasSeveral ? Joined() : _read);
        if (_repeated.Count > 0)
            MarkRetries(calls.Where(call => call.TimeUtc is not null && _repeated.Contains(call.TokenMark)));
        return calls;
    }

    private void AddNew(IncidentCall call, scoped in RecordView view)
    {
        NoteToken(call.TokenMarkIn(view));
        _hasSeveral |= view.IsLate || view.IsShared;
        _read.Add(call);
        if (call.Named is { } named)
            named.Calls++;
    }

    private void AddOnce(IncidentCall call, scoped in RecordView view)
    {
        var places = _places ??= Places();
        if (call.Identity is { } identity ? places.TryAdd(identity, _read.Count) : (_withoutKey ??= new(ReferenceEqualityComparer.Instance)).Add(call.Event))
            AddNew(call, view);
        // Of two that differ in something else, whichever came first, the same one counts.
        else if (call.Identity is { } again && places[again] is var place && IncidentCall.CompareRecords(call, _read[place]) < 0)
        {
            NoteToken(call.TokenMarkIn(view));
            _hasSeveral |= view.IsLate || view.IsShared;
            _read[place] = call;
        }
    }

    private void NoteToken(ulong mark)
    {
        if (mark != 0 && !_tokens.Add(mark))
            _repeated.Add(mark);
    }

    private Dictionary<(ulong, uint), int> Places()
    {
        var places = new Dictionary<(ulong, uint), int>();
        for (var i = 0; i < _read.Count; i++)
        {
            if (_read[i].Identity is { } identity)
                places.TryAdd(identity, i);
        }
        return places;
    }

    // Gives each call its place.
    private static CallList Sorted(CallList calls)
    {
        var ordered = new CallOrder[calls.Count];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = new CallOrder(calls[i], i);
        ordered.AsSpan().Sort();
        var sorted = new CallList();
        for (int first = 0, next; first < ordered.Length; first = next)
        {
            next = first + 1;
            while (next < ordered.Length && ordered[next].CompareTo(ordered[first]) == 0)
                next++;
            if (next - first > 1)
                ordered.AsSpan(first..next).Sort((a, b) => IncidentCall.CompareRecords(calls[a.Index], calls[b.Index]));
            for (var i = first; i < next; i++)
            {
                var call = calls[ordered[i].Index];
                call.Place = i;
                sorted.Add(call);
            }
        }
        return sorted;
    }

    // Copies of one call and addenda are joined with the record they are of.
    private CallList Joined()
    {
        var addenda = Addenda(out var originals);
        var calls = new CallList();
        foreach (var alone in originals.Where(c => !c.IsShared))
            calls.Add(Completed(alone, addenda));
        foreach (var copies in originals.Where(c => c.IsShared).OrderBy(c => c.EventId, StringComparer.Ordinal)
            .GroupBy(c => $"{c.Event.SharedEventId} {c.Event.EventSource} {c.Event.EventName}"))
        {
            calls.Add(Call([.. copies], addenda));
        }
        return calls;
    }

    // Addenda by the record they complete; one whose record is missing takes that record's place.
    private Dictionary<IncidentCall, List<TrailEvent>> Addenda(out List<IncidentCall> originals)
    {
        var completing = _read.Where(c => c.IsOrphan).ToList();
        var addenda = new Dictionary<IncidentCall, List<TrailEvent>>(ReferenceEqualityComparer.Instance);
        originals = [.. _read.Where(c => !c.IsOrphan)];
        if (completing.Count == 0)
            return addenda;
        var wanted = completing.Select(c => c.OriginalEventId!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // One id can be of several records: the one of the same action counts, and of others whichever sorts first.
        var alike = new Dictionary<(string, string?, string, string), IncidentCall>();
        var first = new Dictionary<(string, string?), IncidentCall>();
        foreach (var original in originals)
        {
            if (original.EventId is { } id && wanted.Contains(id))
            {
                AddFirst(alike, ActionOf(id, original), original);
                AddFirst(first, (id.ToUpperInvariant(), original.Event.RecipientAccountId), original);
            }
        }
        completing.Sort((a, b) =>
            Nullable.Compare(a.Event.SourceLog.DeliveryTimeUtc, b.Event.SourceLog.DeliveryTimeUtc) is var byDelivery and not 0
                ? byDelivery
                : IncidentCall.CompareRecords(a, b));
        var orphans = new Dictionary<(string, string?), IncidentCall>();
        foreach (var addendum in completing)
        {
            var completed = (addendum.OriginalEventId!.ToUpperInvariant(), addendum.Event.RecipientAccountId);
            if (!alike.TryGetValue(ActionOf(addendum.OriginalEventId, addendum), out var original)
                && !first.TryGetValue(completed, out original) && !orphans.TryGetValue(completed, out original))
            {
                orphans.Add(completed, addendum);
                originals.Add(addendum);
                continue;
            }
            if (!addenda.TryGetValue(original, out var list))
                addenda.Add(original, list = []);
            list.Add(addendum.Event);
        }
        return addenda;
    }

    private static (string, string?, string, string) ActionOf(string id, IncidentCall call) =>
        (id.ToUpperInvariant(), call.Event.RecipientAccountId, call.Service, call.Name);

    private static void AddFirst<TKey>(Dictionary<TKey, IncidentCall> calls, TKey key, IncidentCall call)
        where TKey : notnull
    {
        if (!calls.TryAdd(key, call) && IncidentCall.CompareRecords(call, calls[key]) < 0)
            calls[key] = call;
    }

    private IncidentCall Completed(IncidentCall call, Dictionary<IncidentCall, List<TrailEvent>> addenda) =>
        addenda.TryGetValue(call, out var completing) ? Completed(call, new CallAdditions([], completing)) : call;

    // The caller's own account shows the caller in full; another account's copy may show only an account. A service has none:
    // of its copies that of the incident's account counts.
    private IncidentCall Call(IncidentCall[] copies, Dictionary<IncidentCall, List<TrailEvent>> addenda)
    {
        var own = copies.Length == 1
            ? copies[0]
            : copies.OrderBy(c => c.Caller.Kind is TrailCallerKind.AwsAccount or TrailCallerKind.Unknown)
                .ThenBy(c => c.Caller.AccountId != c.Event.RecipientAccountId)
                .ThenBy(c => !(IncidentArn.TryParse(c.Named?.Text, out var arn) && arn.AccountId == c.Event.RecipientAccountId)).First();
        List<TrailEvent> others = [.. copies.Where(c => !ReferenceEquals(c, own)).Select(c => c.Event)];
        List<TrailEvent> completing = [.. copies.SelectMany(c => addenda.GetValueOrDefault(c, []))];
        return others.Count + completing.Count == 0 ? own : Completed(own, new CallAdditions(others, completing));
    }

    // Its token may be what another record told.
    private IncidentCall Completed(IncidentCall own, CallAdditions additions)
    {
        var call = new IncidentCall(own, additions, names);
        NoteToken(call.TokenMark);
        return call;
    }

    // A token is of one call with the same details: what asks for something else, or made something else, is no repetition, whoever
    // gave both calls one token.
    private static void MarkRetries(IEnumerable<IncidentCall> calls)
    {
        var first = new Dictionary<(string, string, string, string?, string?, SeededHash), IncidentCall>();
        var made = new Dictionary<(IncidentCall First, SeededHash Response), IncidentCall>();
        foreach (var call in calls)
        {
            if (call.Token is not { } token)
                continue;
            var key = (token, call.Service, call.Name, call.AccountId, call.IncidentRecordArn, RecordContent.HashOf(call.Request));
            var isFirst = first.TryAdd(key, call);
            var asked = first[key];
            // A record without a response does not say what its call made.
            if (call.Response is { } response && asked.Response is not null)
            {
                var same = (asked, RecordContent.HashOf(response));
                call.RetryOf = made.TryAdd(same, call) ? null : made[same];
            }
            else if (!isFirst)
                call.RetryOf = asked;
        }
    }
}
