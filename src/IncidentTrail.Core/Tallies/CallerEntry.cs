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
    private TrailCaller _latest;
    private long _first = CallSight.NoTime;
    private long _last = CallSight.NoTime;
    private DistinctNumbers _addresses;
    private DistinctNumbers _agents;
    private DistinctNumbers _regions;
    private DistinctNumbers _accounts;
    private DistinctNumbers _names;
    private DistinctTexts _keys;
    private CallCounts _own;
    private bool _anyDirect;
    private bool _anyRoot;
    private bool _anyIdentityCenter;
    private bool _anyWithMfa;
    private bool _anyWithoutMfa;

    public CallerEntry(TrailCaller caller) => _latest = caller;

    public TrailCaller Caller => _latest;

    public DateTime? FirstSeen => TimeOf(_first);

    /// <summary>Whether any of its calls may have a copy in another account.</summary>
    public bool HasShared => _shared is not null;

    /// <summary>Of each place of memory that a call of a known caller changes or asks something, for whoever looks at many at once.</summary>
    internal long Touched => (_latest.UsesLongTermKey ? 1 : 0) + _own.Calls + _names.Count;

    private Dictionary<Guid, CallCounts> Shared => _shared ??= [];

    /// <summary>Adds a call, by the id that its copies in other accounts have, where it has one.</summary>
    [MethodImpl(Jit.Hot)]
    public void Add(in CallSight call, TrailCaller caller, TallyTexts texts, string? sharedId)
    {
        var counts = CallCounts.Of(call, caller);
        if (sharedId is { Length: > 0 })
            AddShared(Shared, IdOf(sharedId), counts);
        else
            _own += counts;
        Saw(call.Ticks, call.Ticks, caller);
        Describe(caller);
        _keys.Add(caller.AccessKeyId);
        See(call, caller, texts);
    }

    /// <summary>Adds a call, without copies, of the caller as it is known.</summary>
    [MethodImpl(Jit.Hot)]
    public void Add(in CallSight call, TallyTexts texts)
    {
        _own += CallCounts.Of(call, _latest);
        Saw(call.Ticks, call.Ticks, _latest);
        See(call, _latest, texts);
    }

    /// <summary>Adds calls that were counted where they lie.</summary>
    public void Add(CallGroup group, CallTexts texts)
    {
        foreach (var (call, times) in group.Calls)
            _own += CallCounts.Of(call, group.Caller) * times;
        Saw(CallSight.TicksOf(group.FirstUtc), CallSight.TicksOf(group.LastUtc), group.Caller);
        Describe(group.Caller);
        foreach (var text in group.Addresses)
            _addresses.Add(texts.NumberOf(text));
        foreach (var text in group.UserAgents)
            _agents.Add(texts.NumberOf(text));
        foreach (var text in group.AccessKeyIds)
            _keys.Add(text);
        foreach (var text in group.Regions)
            _regions.Add(texts.NumberOf(text));
        foreach (var text in group.AccountIds)
            _accounts.Add(texts.NumberOf(text));
        foreach (var (call, _) in group.Calls)
            _names.Add(texts.NumberOf(call.Name));
    }

    /// <summary>Adds a record of so many calls that may have other records each; one id stands for all of them.</summary>
    public void Add(CountedCall call, TrailCaller caller, long times, Guid id, CallTexts texts)
    {
        AddShared(Shared, id, CallCounts.Of(call, caller) * times);
        _names.Add(texts.NumberOf(call.Name));
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
    public TrailCallerSummary Summarize(TallyTexts texts)
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
            FirstSeenUtc = TimeOf(_first),
            LastSeenUtc = TimeOf(_last),
            Counts = Counts(_own, _shared),
            SourceIPAddresses = texts.Sorted(_addresses),
            UserAgents = texts.Sorted(_agents),
            AccessKeyIds = _keys.Sorted(),
            Regions = texts.Sorted(_regions),
            AccountIds = texts.Sorted(_accounts),
            EventNames = texts.Sorted(_names),
        };
    }

    private static CallCounts Counts(CallCounts own, Dictionary<Guid, CallCounts>? shared) =>
        shared is null ? own : shared.Values.Aggregate(own, (sum, one) => sum + one);

    private static void AddShared(Dictionary<Guid, CallCounts> shared, Guid id, CallCounts counts) =>
        shared[id] = shared.TryGetValue(id, out var known) ? known.Or(counts) : counts;

    // Of calls at one time, and of calls without one, it must not matter which was read first.
    [MethodImpl(Jit.Hot)]
    private void Saw(long first, long last, TrailCaller caller)
    {
        // No time is later than all.
        if ((ulong)first < (ulong)_first)
            _first = first;
        var isSame = ReferenceEquals(caller, _latest);
        if (last > _last)
        {
            _last = last;
            if (!isSame)
                _latest = caller;
        }
        else if (!isSame && last == _last && CallerOrder.Instance.Compare(caller, _latest) < 0)
            _latest = caller;
    }

    [MethodImpl(Jit.Hot)]
    private void See(in CallSight call, TrailCaller caller, TallyTexts texts)
    {
        _addresses.Add(texts.Of(call.Address));
        _agents.Add(texts.Of(call.UserAgent));
        _regions.Add(texts.Of(call.Region));
        _accounts.Add(call.StatedAccount != 0 ? texts.Of(call.StatedAccount) : texts.Own.NumberOf(caller.AccountId));
        _names.Add(texts.Of(call.Name));
    }

    private static DateTime? TimeOf(long ticks) => ticks == CallSight.NoTime ? null : new DateTime(ticks, DateTimeKind.Utc);

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
