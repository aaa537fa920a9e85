using System.Globalization;
using System.Text.Json;

namespace IncidentTrail.Sql;

/// <summary>
/// Makes counted calls of the rows of a <see cref="CallerStatement"/>: what SQL could not say is judged here, and where it cannot
/// be judged of what came, the rows themselves must answer.
/// </summary>
internal sealed class CallCounting(TrailQuery query)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly List<CallGroup> _groups = [];
    private readonly List<SharedCalls> _shared = [];
    private readonly SortedSet<string> _doubts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CountedIdentity> _identities = new(StringComparer.Ordinal);
    private readonly Dictionary<(TrailCallerGrouping, string?, string?), CountedRow> _sharing = [];
    private long _kept;
    private long _late;
    private long _duplicates;
    private long _dropped;
    private long _withoutTime;

    /// <summary>What SQL could not tell of some records; where there is any, the counts may be wrong.</summary>
    internal IReadOnlyCollection<string> Doubts => _doubts;

    /// <summary>What was counted.</summary>
    internal CountedCalls Counted => new()
    {
        Groups = _groups, Shared = _shared, Kept = _kept, Late = _late, Duplicates = _duplicates, Dropped = _dropped, WithoutTime = _withoutTime,
    };

    /// <summary>Takes a row.</summary>
    internal void Take(IReadOnlyList<string?> values)
    {
        try
        {
            var row = CountedRow.Read(values);
            foreach (var seen in row.Seen)
                Take(seen);
            foreach (var (times, records) in row.Shared)
                Take(row, times, records);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            _doubts.Add("what a row of it says");
        }
        _identities.Clear();
    }

    private void Take(IReadOnlyList<IReadOnlyList<string?>> seen)
    {
        var identity = IdentityOf(seen[0][0]!);
        var (records, copies, late) = (CountedRow.Number(seen[0][3]), CountedRow.Number(seen[0][4]), CountedRow.Number(seen[0][5]));
        if (seen[0][6] is { } doubt)
            _doubts.Add(doubt);
        if (!IsWanted(identity))
        {
            // Their copies are of the same time.
            _dropped += copies;
            _withoutTime += identity.OddTimeUtc is null ? copies : 0;
            return;
        }
        _kept += records;
        _late += late;
        _duplicates += copies - records;
        _groups.Add(new CallGroup(identity.Caller, Time(seen[0][1]) ?? identity.OddTimeUtc, Time(seen[0][2]) ?? identity.OddTimeUtc)
        {
            Calls = CountedRow.Calls(seen[0][7]), Addresses = seen[1], UserAgents = seen[2], AccessKeyIds = seen[3],
            Regions = [.. seen[4], identity.Region], AccountIds = [.. seen[5], identity.AccountId],
        });
    }

    private void Take(CountedRow row, long times, IReadOnlyList<string?> records)
    {
        var seen = new List<(TrailCaller Caller, CountedCall Call)>();
        foreach (var record in records)
        {
            var parts = record!.Split('\n');
            var identity = IdentityOf(parts[0]);
            if (!IsWanted(identity))
                continue;
            seen.Add((identity.Caller, CountedCall.Read(parts[1])));
            Check(row, identity.Caller);
        }
        if (seen.Count > 0)
            _shared.Add(new SharedCalls(seen, times));
    }

    // Copies of one call are told by rows of one caller: where two rows have callers that the engine would take for one, join, or
    // put together, nobody knows how many calls both tell of.
    private void Check(CountedRow row, TrailCaller caller)
    {
        var principal = caller.IsService ? caller.InvokedBy ?? caller.Name : caller.PrincipalId ?? caller.Arn ?? caller.Name;
        Check((TrailCallerGrouping.Session, caller.AccountId, principal), row);
        if (query.CallersBy == TrailCallerGrouping.Account)
            Check((TrailCallerGrouping.Account, caller.AccountId, null), row);
        else if (query.CallersBy == TrailCallerGrouping.Role && caller.IssuerArn is { } role)
            Check((TrailCallerGrouping.Role, caller.AccountId, role), row);
    }

    private void Check((TrailCallerGrouping, string?, string?) caller, CountedRow row)
    {
        if (!_sharing.TryAdd(caller, row) && _sharing[caller] != row)
            _doubts.Add("which calls are copies of one another");
    }

    private CountedIdentity IdentityOf(string json)
    {
        if (!_identities.TryGetValue(json, out var identity))
            _identities.Add(json, identity = CountedIdentity.Read(json));
        return identity;
    }

    private bool IsWanted(CountedIdentity identity) =>
        !identity.HasOddTime || (query.StartTimeUtc is null && query.EndTimeUtc is null)
        || (identity.OddTimeUtc is { } time && !(time < query.StartTimeUtc) && !(time >= query.EndTimeUtc));

    private static DateTime? Time(string? text) => text is null ? null
        : DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
