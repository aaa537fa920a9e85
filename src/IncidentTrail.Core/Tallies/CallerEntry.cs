using IncidentTrail.Events;
using IncidentTrail.Records;
using IncidentTrail.Sql;

namespace IncidentTrail.Tallies;

/// <summary>
/// What has been seen of one caller so far. Copies of one call, which share an id, are counted at the end. It holds no objects: what
/// it has of several is in the memory of its <see cref="TallyTexts"/>, which are the same in each call.
/// </summary>
internal struct CallerEntry
{
    private const CallerFlags OfAny =
        CallerFlags.Direct | CallerFlags.Root | CallerFlags.IdentityCenter | CallerFlags.WithMfa | CallerFlags.WithoutMfa;

    private HeldCaller _latest;
    private SeenTimes _times;
    private CallCounts _own;
    private SeenTexts _seen;
    private CallerFlags _any;

    // From 1 on; few callers have any.
    private int _extras;

    // The latest caller's access key is among those of its calls.
    private bool _hasKey;

    internal CallerEntry(SeededHash key, TrailCaller caller, TallyTexts texts)
    {
        Key = key;
        _times = SeenTimes.None;
        _latest.Take(caller, texts);
    }

    /// <summary>What stands for what tells it from others.</summary>
    public SeededHash Key { get; }

    /// <summary>What stands for the fields of the latest record that tell the caller.</summary>
    public readonly SeededHash ReadFrom => _latest.ReadFrom;

    /// <summary>When it was first seen, in ticks of UTC; those never timed are behind all others.</summary>
    public readonly ulong FirstTicks => _times.FirstTicks;

    /// <summary>Whether it was found to be another caller, and is counted there.</summary>
    public bool IsGone
    {
        readonly get => Any(CallerFlags.Gone);
        set => _any = value ? _any | CallerFlags.Gone : _any & ~CallerFlags.Gone;
    }

    /// <summary>Of each place of memory that a call of a known caller changes or asks something, for whoever looks at many at once.</summary>
    internal readonly long Touched => (long)_latest.ReadFrom.Low + _own.Calls + _seen.NameCount + _extras;

    /// <summary>The caller, as the latest record tells it.</summary>
    public readonly TrailCaller CallerOf(TallyTexts texts) => _latest.Read(texts);

    /// <summary>Whether any of its calls may have a copy in another account.</summary>
    public readonly bool HasShared(TallyTexts texts) => SharedOf(texts) is not null;

    /// <summary>Adds a call, by the id that its copies in other accounts have, where it has one.</summary>
    public void Add(in CallSight call, TrailCaller caller, TallyTexts texts, string? sharedId)
    {
        var flags = PackedCaller.FlagsOf(caller);
        var counts = CallCounts.Of(call, flags);
        if (sharedId is { Length: > 0 })
            ExtrasOf(texts).AddShared(sharedId, counts);
        else
            _own += counts;
        if (!_hasKey && !HasExtraKeys(texts))
            _hasKey = _latest.HasAccessKey(caller.AccessKeyId, texts);
        AddKey(caller.AccessKeyId, texts);
        Saw(call.Ticks, call.Ticks, caller, texts);
        _any |= flags & OfAny;
        _seen.Add(call, texts.NumberOf(caller.AccountId), texts);
    }

    /// <summary>Adds a call of the caller as it is known, by the id that its copies have, where it has one.</summary>
    public void Add(in CallSight call, TallyTexts texts, string? sharedId)
    {
        var counts = CallCounts.Of(call, _latest.Flags);
        if (sharedId is { Length: > 0 })
            ExtrasOf(texts).AddShared(sharedId, counts);
        else
            _own += counts;
        _times.Add(call.Ticks, call.Ticks);
        _seen.Add(call, _latest.Account, texts);
    }

    /// <summary>Adds calls that were counted where they lie.</summary>
    public void Add(CallGroup group, TallyTexts texts)
    {
        foreach (var (call, times) in group.Calls)
            _own += CallCounts.Of(call, group.Caller) * times;
        // What a group's caller tells of the key is its beginning alone.
        KeepKey(texts);
        foreach (var text in group.AccessKeyIds)
            AddKey(text, texts);
        Saw(CallSight.TicksOf(group.FirstUtc), CallSight.TicksOf(group.LastUtc), group.Caller, texts);
        _any |= PackedCaller.FlagsOf(group.Caller) & OfAny;
        _seen.Add(group, texts);
    }

    /// <summary>Adds a record of so many calls that may have other records each; one id stands for all of them.</summary>
    public void Add(CountedCall call, TrailCaller caller, long times, Guid id, TallyTexts texts)
    {
        ExtrasOf(texts).AddShared(id, CallCounts.Of(call, caller) * times);
        _seen.AddName(call, texts);
    }

    /// <summary>Whether a call of the one is a copy of a call of the other.</summary>
    public readonly bool SharesCallWith(in CallerEntry other, TallyTexts texts) =>
        SharedOf(texts) is { } ours && other.SharedOf(texts) is { } theirs && ours.Keys.Any(theirs.ContainsKey);

    /// <summary>Takes over what was seen of the same caller under less telling records; its own description stays.</summary>
    public void Absorb(in CallerEntry other, TallyTexts texts)
    {
        if (other.HasExtraKeys(texts))
            KeepKey(texts);
        else if (other._hasKey)
            AddKey(other._latest.AccessKeyIdOf(texts), texts);
        if (other._extras > 0)
            ExtrasOf(texts).Add(texts.Extras[other._extras - 1]);
        _own += other._own;
        _times.Add(other._times);
        _any |= other._any;
        _seen.Add(other._seen, texts);
    }

    /// <summary>The calls of several, each once, though more than one of them may have a record of it.</summary>
    public static CallCounts Counts(IEnumerable<CallerEntry> entries, TallyTexts texts)
    {
        var own = default(CallCounts);
        Dictionary<Guid, CallCounts>? shared = null;
        foreach (var entry in entries)
        {
            own += entry._own;
            foreach (var (id, counts) in entry.SharedOf(texts) ?? [])
                CallerExtras.AddShared(shared ??= [], id, counts);
        }
        return Counts(own, shared);
    }

    public readonly TrailCallerSummary Summarize(TallyTexts texts)
    {
        var latest = CallerOf(texts);
        return new TrailCallerSummary
        {
            Kind = latest.Kind,
            JoinedName = latest.JoinedName,
            Basis = latest.Basis,
            IsRoot = Any(CallerFlags.Root),
            IsIamUser = latest.IsIamUser,
            IsRoleOrFederatedUser = latest.IsRoleOrFederatedUser,
            IsIdentityCenterUser = Any(CallerFlags.IdentityCenter),
            IsService = latest.IsService,
            ViaService = !latest.IsService && !Any(CallerFlags.Direct),
            MfaAuthenticated = Any(CallerFlags.WithoutMfa) ? false : Any(CallerFlags.WithMfa) ? true : null,
            JoinedArn = latest.JoinedArn,
            AccountId = latest.AccountId,
            JoinedPrincipalId = latest.JoinedPrincipalId,
            SessionName = latest.SessionName,
            IssuerArn = latest.IssuerArn,
            SourceIdentity = latest.SourceIdentity,
            InvokedBy = latest.InvokedBy,
            FirstSeenUtc = _times.FirstUtc,
            LastSeenUtc = _times.LastUtc,
            Counts = Counts(_own, SharedOf(texts)),
            SourceIPAddresses = _seen.Addresses(texts),
            UserAgents = _seen.UserAgents(texts),
            AccessKeyIds = HasExtraKeys(texts) ? texts.Extras[_extras - 1].Keys
                : _hasKey && latest.AccessKeyId is { Length: > 0 } key ? [key] : [],
            Regions = _seen.Regions(texts),
            AccountIds = _seen.Accounts(texts),
            EventNames = _seen.Names(texts),
        };
    }

    private static CallCounts Counts(CallCounts own, Dictionary<Guid, CallCounts>? shared) =>
        shared is null ? own : shared.Values.Aggregate(own, (sum, one) => sum + one);

    // Of calls at one time, and of calls without one, it must not matter which was read first.
    private void Saw(long first, long last, TrailCaller caller, TallyTexts texts)
    {
        var before = _times.LastTicks;
        _times.Add(first, last);
        if (last < before || _latest.IsReadAs(caller))
            return;
        if (last > before || CallerOrder.Instance.Compare(caller, CallerOf(texts)) < 0)
            _latest.Take(caller, texts);
    }

    private readonly bool Any(CallerFlags flag) => (_any & flag) != 0;

    private readonly Dictionary<Guid, CallCounts>? SharedOf(TallyTexts texts) => _extras == 0 ? null : texts.Extras[_extras - 1].Shared;

    private readonly bool HasExtraKeys(TallyTexts texts) => _extras > 0 && texts.Extras[_extras - 1].HasKeys;

    private CallerExtras ExtrasOf(TallyTexts texts)
    {
        if (_extras == 0)
        {
            texts.Extras.Add(new CallerExtras());
            _extras = texts.Extras.Count;
        }
        return texts.Extras[_extras - 1];
    }

    private void AddKey(string? key, TallyTexts texts)
    {
        if (_hasKey && _latest.HasAccessKey(key, texts))
            return;
        KeepKey(texts);
        ExtrasOf(texts).AddKey(key);
    }

    // From now on the keys are held apart: the caller's may come to be another.
    private void KeepKey(TallyTexts texts)
    {
        if (_hasKey)
            ExtrasOf(texts).AddKey(_latest.AccessKeyIdOf(texts));
        _hasKey = false;
    }
}
