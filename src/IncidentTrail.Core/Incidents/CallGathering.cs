namespace IncidentTrail.Incidents;

/// <summary>
/// Turns records into calls: a record read twice is one, the copies that share an id are one call, and what an addendum
/// completes is one with it. The outcome does not depend on the order in which the records came.
/// </summary>
internal sealed class CallGathering
{
    // Most calls have one record. Their calls are made as the records come, while the next logs are still being read.
    private readonly List<IncidentCall> _read = [];
    private readonly Dictionary<(ulong, uint), int> _places = [];
    private readonly HashSet<TrailEvent> _withoutKey = new(ReferenceEqualityComparer.Instance);

    internal void Add(TrailEvent record)
    {
        if (record.Identity is { } identity ? _places.TryAdd(identity, _read.Count) : _withoutKey.Add(record))
            _read.Add(new IncidentCall(record, [], []));
        // Of two that differ in something else, whichever came first, the same one counts.
        else if (record.Identity is { } again && _places[again] is var place
            && IncidentCall.CompareRecords(record, _read[place].Event) < 0)
        {
            _read[place] = new IncidentCall(record, [], []);
        }
    }

    /// <summary>The calls in order of time, retries marked.</summary>
    internal List<IncidentCall> Calls()
    {
        var addenda = Addenda(out var originals);
        var calls = originals.FindAll(c => !IsShared(c)).ConvertAll(c => Completed(c, addenda));
        calls.AddRange(originals.FindAll(IsShared).OrderBy(c => c.EventId, StringComparer.Ordinal).Select(c => c.Event)
            .GroupBy(e => $"{e.SharedEventId} {e.EventSource} {e.EventName}")
            .Select(copies => Call([.. copies], addenda)));
        calls.Sort(IncidentCall.Compare);
        MarkRetries(calls);
        return calls;
    }

    // Addenda by the record they complete; one whose record is missing takes that record's place.
    private Dictionary<TrailEvent, List<TrailEvent>> Addenda(out List<IncidentCall> originals)
    {
        var completing = _read.FindAll(IsAddendum);
        var addenda = new Dictionary<TrailEvent, List<TrailEvent>>(ReferenceEqualityComparer.Instance);
        originals = _read.FindAll(c => !IsAddendum(c));
        if (completing.Count == 0)
            return addenda;
        var byId = originals.Where(c => c.EventId is not null).ToLookup(c => c.EventId!, StringComparer.OrdinalIgnoreCase);
        completing.Sort((a, b) =>
            Nullable.Compare(a.Event.SourceLog.DeliveryTimeUtc, b.Event.SourceLog.DeliveryTimeUtc) is var byDelivery and not 0
                ? byDelivery
                : IncidentCall.CompareRecords(a.Event, b.Event));
        var orphans = new Dictionary<(string, string?), IncidentCall>();
        foreach (var addendum in completing)
        {
            var (id, account) = (addendum.Event.OriginalEventId!, addendum.Event.RecipientAccountId);
            var original = byId[id].FirstOrDefault(c => c.Event.RecipientAccountId == account);
            if (original is null && !orphans.TryGetValue((id, account), out original))
            {
                orphans.Add((id, account), addendum);
                originals.Add(addendum);
                continue;
            }
            if (!addenda.TryGetValue(original.Event, out var list))
                addenda.Add(original.Event, list = []);
            list.Add(addendum.Event);
        }
        return addenda;
    }

    private static IncidentCall Completed(IncidentCall call, Dictionary<TrailEvent, List<TrailEvent>> addenda) =>
        addenda.TryGetValue(call.Event, out var completing) ? new IncidentCall(call.Event, [], completing) : call;

    // The caller's own account shows the caller in full; another account's copy may show only an account.
    private static IncidentCall Call(TrailEvent[] copies, Dictionary<TrailEvent, List<TrailEvent>> addenda)
    {
        var own = copies.Length == 1
            ? copies[0]
            : copies.OrderBy(e => e.Caller.Kind is TrailCallerKind.AwsAccount or TrailCallerKind.Unknown)
                .ThenBy(e => e.Caller.AccountId != e.RecipientAccountId).First();
        return new IncidentCall(
            own,
            [.. copies.Where(e => !ReferenceEquals(e, own))],
            [.. copies.SelectMany(e => addenda.GetValueOrDefault(e, []))]);
    }

    private static bool IsShared(IncidentCall call) => call.Event.SharedEventId is { Length: > 0 };

    private static bool IsAddendum(IncidentCall call) => call.Event.Late && call.Event.OriginalEventId is not null;

    private static void MarkRetries(List<IncidentCall> calls)
    {
        var first = new Dictionary<(string, string, string, string?, string?), IncidentCall>();
        foreach (var call in calls)
        {
            if (call.Failed || call.IsRead || call.Token is not { } token || call.TimeUtc is null)
                continue;
            var key = (token, call.Service, call.Name, call.AccountId, call.IncidentRecordArn);
            if (!first.TryAdd(key, call))
                call.RetryOf = first[key];
        }
    }
}
