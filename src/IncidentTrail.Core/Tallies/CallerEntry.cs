using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Records;
using IncidentTrail.Sql;

namespace IncidentTrail.Tallies;

/// <summary>What has been seen of one caller so far. Copies of one call, which share an id, are counted at the end.</summary>
internal sealed class CallerEntry
{
    // Few callers have any, and most are seen so briefly that what they do not have costs more than what they have.
    private Dictionary<Guid, CallCounts>? _shared;
    private DistinctTexts _addresses;
    private DistinctTexts _agents;
    private DistinctTexts _keys;
    private DistinctTexts _regions;
    private DistinctTexts _accounts;
    private DistinctTexts _names;
    private CallCounts _own;
    private TrailCaller _latest;
    private DateTime? _first;
    private DateTime? _last;
    private bool _anyDirect;
    private bool _anyRoot;
    private bool _anyIdentityCenter;
    private bool _anyWithMfa;
    private bool _anyWithoutMfa;

    public CallerEntry(TrailCaller caller) => _latest = caller;

    public TrailCaller Caller => _latest;

    public DateTime? FirstSeen => _first;

    /// <summary>Whether any of its calls may have a copy in another account.</summary>
    public bool HasShared => _shared is not null;

    private Dictionary<Guid, CallCounts> Shared => _shared ??= [];

    [MethodImpl(Jit.Hot)]
    public void Add(scoped in CallSight call, TrailCaller caller)
    {
        var counts = CallCounts.Of(call, caller);
        if (call.SharedEventId is { Length: > 0 } id)
            AddShared(Shared, IdOf(id), counts);
        else
            _own += counts;
        Saw(call.TimeUtc, call.TimeUtc, caller);
        Describe(caller);
        _addresses.Add(call.Address);
        _agents.Add(call.UserAgent);
        _keys.Add(caller.AccessKeyId);
        _regions.Add(call.Region);
        _accounts.Add(call.StatedAccountId ?? caller.AccountId);
        _names.Add(call.Name);
    }

    /// <summary>Adds calls that were counted where they lie.</summary>
    public void Add(CallGroup group)
    {
        foreach (var (call, times) in group.Calls)
            _own += CallCounts.Of(call, group.Caller) * times;
        Saw(group.FirstUtc, group.LastUtc, group.Caller);
        Describe(group.Caller);
        foreach (var text in group.Addresses)
            _addresses.Add(text);
        foreach (var text in group.UserAgents)
            _agents.Add(text);
        foreach (var text in group.AccessKeyIds)
            _keys.Add(text);
        foreach (var text in group.Regions)
            _regions.Add(text);
        foreach (var text in group.AccountIds)
            _accounts.Add(text);
        foreach (var (call, _) in group.Calls)
            _names.Add(call.Name);
    }

    /// <summary>Adds a record of so many calls that may have other records each; one id stands for all of them.</summary>
    public void Add(CountedCall call, TrailCaller caller, long times, Guid id)
    {
        AddShared(Shared, id, CallCounts.Of(call, caller) * times);
        _names.Add(call.Name);
    }

    /// <summary>Whether a call of the one is a copy of a call of the other.</summary>
    public bool SharesCallWith(CallerEntry other) => _shared is not null && other._shared is { } theirs && _shared.Keys.Any(theirs.ContainsKey);

    /// <summary>Takes over what was seen of the same caller under less telling records; its own description stays.</summary>
    public void Absorb(CallerEntry other)
    {
        foreach (var (id, counts) in other._shared ?? [])
            AddShared(Shared, id, counts);
        _own += other._own;
        Saw(other._first, other._last, _latest);
        Describe(
            other._anyDirect, other._anyRoot, other._anyIdentityCenter, other._anyWithMfa, other._anyWithoutMfa);
        _addresses.Add(other._addresses);
        _agents.Add(other._agents);
        _keys.Add(other._keys);
        _regions.Add(other._regions);
        _accounts.Add(other._accounts);
        _names.Add(other._names);
    }

    /// <summary>The calls of several, each once, though more than one of them may have a record of it.</summary>
    public static CallCounts Counts(IEnumerable<CallerEntry> entries)
    {
        var own = default(CallCounts);
        Dictionary<Guid, CallCounts>? shared = null;
        foreach (var entry in entries)
        {
            own += entry._own;
            foreach (var (id, counts) in entry._shared ?? [])
                AddShared(shared ??= [], id, counts);
        }
        return Counts(own, shared);
    }

    [MethodImpl(Jit.Hot)]
    public TrailCallerSummary Summarize()
    {
        return new TrailCallerSummary
        {
            Kind = _latest.Kind,
            JoinedName = _latest.JoinedName,
            Basis = _latest.Basis,
            IsRoot = _anyRoot,
            IsIamUser = _latest.IsIamUser,
            IsRoleOrFederatedUser = _latest.IsRoleOrFederatedUser,
            IsIdentityCenterUser = _anyIdentityCenter,
            IsService = _latest.IsService,
            ViaService = !_latest.IsService && !_anyDirect,
            MfaAuthenticated = _anyWithoutMfa ? false : _anyWithMfa ? true : null,
            JoinedArn = _latest.JoinedArn,
            AccountId = _latest.AccountId,
            JoinedPrincipalId = _latest.JoinedPrincipalId,
            SessionName = _latest.SessionName,
            IssuerArn = _latest.IssuerArn,
            SourceIdentity = _latest.SourceIdentity,
            InvokedBy = _latest.InvokedBy,
            FirstSeenUtc = _first,
            LastSeenUtc = _last,
            Counts = Counts(_own, _shared),
            SourceIPAddresses = _addresses.Sorted(),
            UserAgents = _agents.Sorted(),
            AccessKeyIds = _keys.Sorted(),
            Regions = _regions.Sorted(),
            AccountIds = _accounts.Sorted(),
            EventNames = _names.Sorted(),
        };
    }

    private static CallCounts Counts(CallCounts own, Dictionary<Guid, CallCounts>? shared) =>
        shared is null ? own : shared.Values.Aggregate(own, (sum, one) => sum + one);

    private static void AddShared(Dictionary<Guid, CallCounts> shared, Guid id, CallCounts counts) =>
        shared[id] = shared.TryGetValue(id, out var known) ? known.Or(counts) : counts;

    // Of calls at one time, and of calls without one, it must not matter which was read first.
    [MethodImpl(Jit.Hot)]
    private void Saw(DateTime? first, DateTime? last, TrailCaller caller)
    {
        if (_first is null || first < _first)
            _first = first;
        if (last > _last || (last is not null && _last is null))
            (_last, _latest) = (last, caller);
        else if (last == _last && !ReferenceEquals(caller, _latest) && CallerOrder.Instance.Compare(caller, _latest) < 0)
            _latest = caller;
    }

    private void Describe(TrailCaller caller) => Describe(
        !caller.ViaService, caller.IsRoot, caller.IsIdentityCenterUser, caller.MfaAuthenticated == true, caller.MfaAuthenticated == false);

    private void Describe(bool direct, bool root, bool identityCenter, bool withMfa, bool withoutMfa)
    {
        _anyDirect |= direct;
        _anyRoot |= root;
        _anyIdentityCenter |= identityCenter;
        _anyWithMfa |= withMfa;
        _anyWithoutMfa |= withoutMfa;
    }

    // Nearly always a GUID; sixteen bytes of a hash hold whatever else it may be.
    private static Guid IdOf(string text) =>
        Guid.TryParse(text, out var id) ? id : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
