using IncidentTrail.Actions;

namespace IncidentTrail.Incidents;

/// <summary>
/// Turns records into calls: a record read twice is one, the copies that share an id are one call, and what an addendum
/// completes is one with it. The outcome does not depend on the order in which the records came.
/// </summary>
internal sealed class CallGathering
{
    private readonly List<TrailEvent> _records = [];

    internal void Add(TrailEvent record) => _records.Add(record);

    /// <summary>The calls in order of time, retries marked.</summary>
    internal List<IncidentCall> Calls()
    {
        var addenda = Addenda(Distinct(), out var originals);
        var shared = originals.ToLookup(e => e.SharedEventId is { Length: > 0 });
        var calls = shared[false].Select(e => Call([e], addenda)).ToList();
        calls.AddRange(shared[true]
            .GroupBy(e => $"{e.SharedEventId} {e.EventSource} {e.EventName}")
            .Select(copies => Call([.. copies], addenda)));
        calls.Sort(IncidentCall.Compare);
        MarkRetries(calls);
        return calls;
    }

    private List<TrailEvent> Distinct()
    {
        var keys = _records.Select(e => e.EventId ?? string.Empty).ToArray();
        var records = _records.ToArray();
        Array.Sort(keys, records, StringComparer.Ordinal);
        var byId = new HashSet<(ulong, uint)>();
        var byObject = new HashSet<TrailEvent>(ReferenceEqualityComparer.Instance);
        return [.. records.Where(e => e.Key is { } key ? byId.Add((key.High, key.Low)) : byObject.Add(e))];
    }

    // Addenda by the record they complete; one whose record is missing takes that record's place.
    private static Dictionary<TrailEvent, List<TrailEvent>> Addenda(List<TrailEvent> records, out List<TrailEvent> originals)
    {
        var completing = records.Where(IsAddendum).ToList();
        originals = [.. records.Where(e => !IsAddendum(e))];
        var addenda = new Dictionary<TrailEvent, List<TrailEvent>>(ReferenceEqualityComparer.Instance);
        if (completing.Count == 0)
            return addenda;
        var byId = originals.Where(e => e.EventId is not null).ToLookup(e => e.EventId!, StringComparer.OrdinalIgnoreCase);
        completing.Sort((a, b) => Nullable.Compare(a.SourceLog.DeliveryTimeUtc, b.SourceLog.DeliveryTimeUtc) is var byDelivery and not 0
            ? byDelivery
            : IncidentCall.CompareRecords(a, b));
        var orphans = new Dictionary<(string, string?), TrailEvent>();
        foreach (var addendum in completing)
        {
            var original = byId[addendum.OriginalEventId!]
                .FirstOrDefault(e => e.RecipientAccountId == addendum.RecipientAccountId);
            if (original is null && !orphans.TryGetValue((addendum.OriginalEventId!, addendum.RecipientAccountId), out original))
            {
                orphans.Add((addendum.OriginalEventId!, addendum.RecipientAccountId), addendum);
                originals.Add(addendum);
                continue;
            }
            if (!addenda.TryGetValue(original!, out var list))
                addenda.Add(original!, list = []);
            list.Add(addendum);
        }
        return addenda;
    }

    // The caller's own account shows the caller in full; another account's copy may show only an account.
    private static IncidentCall Call(TrailEvent[] copies, Dictionary<TrailEvent, List<TrailEvent>> addenda)
    {
        if (copies is [var only] && addenda.Count == 0)
            return new IncidentCall(only, [], []);
        var own = copies.Length == 1
            ? copies[0]
            : copies.OrderBy(e => e.Caller.Kind is TrailCallerKind.AwsAccount or TrailCallerKind.Unknown)
                .ThenBy(e => e.Caller.AccountId != e.RecipientAccountId).First();
        return new IncidentCall(
            own,
            [.. copies.Where(e => !ReferenceEquals(e, own))],
            [.. copies.SelectMany(e => addenda.GetValueOrDefault(e, []))]);
    }

    private static bool IsAddendum(TrailEvent record) => record.Late && record.OriginalEventId is not null;

    private static void MarkRetries(List<IncidentCall> calls)
    {
        var first = new Dictionary<string, IncidentCall>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            if (call.Failed || call.IsRead || call.Token is not { } token || call.TimeUtc is null)
                continue;
            var key = $"{token} {call.Service} {call.Name} {call.AccountId} {TargetOf(call)}";
            if (!first.TryAdd(key, call))
                call.RetryOf = first[key];
        }
    }

    private static string? TargetOf(IncidentCall call) =>
        ActionResources.Find(call.Action, call.Request, call.Response).IncidentRecordArn;
}
