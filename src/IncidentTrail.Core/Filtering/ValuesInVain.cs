using IncidentTrail.Events;

namespace IncidentTrail.Filtering;

/// <summary>
/// Of filters that take several values, those that may have matched nothing beside others that did: what cannot match, and names of
/// callers. Each is looked for in what is kept until it was seen. Several threads may ask.
/// </summary>
internal sealed class ValuesInVain
{
    private readonly AskedValue[] _values;
    private volatile bool _hasJudged;

    /// <param name="query">What is asked for.</param>
    /// <param name="chosenBefore">As the filter's.</param>
    internal ValuesInVain(TrailQuery query, bool chosenBefore) => _values =
    [
        .. from filter in Unmatched.Names(query)
           where filter.Texts.Count > 1
           from value in filter.Texts
           let doubts = Unmatched.OfValue(query, filter.Parameter, value)
           let caller = filter.Parameter == nameof(query.Caller) && Unmatched.IsLiteral(value) ? value : null
           where doubts.Count > 0 || caller is not null
           select new AskedValue(new TrailFilter(Alone(query, filter.Parameter, value), chosenBefore), doubts, caller),
    ];

    /// <summary>What is doubted of the values that nothing held which was kept; nothing where no record was judged.</summary>
    internal IEnumerable<string> Doubts => Unseen.SelectMany(value => value.Doubts);

    private IEnumerable<AskedValue> Unseen => _hasJudged ? _values.Where(value => !value.IsSeen) : [];

    /// <summary>True where a caller of that name was asked for beside others, and none was found.</summary>
    internal bool IsUnseenCaller(string asked) => Unseen.Any(value => value.Caller == asked);

    /// <summary>Takes a record that is kept.</summary>
    internal void Keep(scoped in RecordView record)
    {
        if (_values.Length == 0)
            return;
        _hasJudged = true;
        foreach (var value in _values)
            value.Look(record);
    }

    /// <summary>The query for one value of a filter, in the services and categories that are asked.</summary>
    internal static TrailQuery Alone(TrailQuery query, string parameter, string value)
    {
        return new TrailQuery
        {
            AllServices = query.AllServices,
            EventSource = Of(nameof(query.EventSource), query.EventSource),
            EventCategory = Of(nameof(query.EventCategory), query.EventCategory),
            EventName = Of(nameof(query.EventName)),
            ErrorCode = Of(nameof(query.ErrorCode)),
            EventId = Of(nameof(query.EventId)),
            AccountId = Of(nameof(query.AccountId)),
            Region = Of(nameof(query.Region)),
            AccessKeyId = Of(nameof(query.AccessKeyId)),
            ResourceArn = Of(nameof(query.ResourceArn)),
            SourceIPAddress = Of(nameof(query.SourceIPAddress)),
            Caller = Of(nameof(query.Caller)),
            UserAgent = Of(nameof(query.UserAgent)),
        };

        IReadOnlyList<string> Of(string name, IReadOnlyList<string>? others = null) => name == parameter ? [value] : others ?? [];
    }

    private sealed class AskedValue(TrailFilter filter, IReadOnlyList<string> doubts, string? caller)
    {
        private volatile bool _isSeen;

        internal IReadOnlyList<string> Doubts => doubts;

        internal string? Caller => caller;

        internal bool IsSeen => _isSeen;

        internal void Look(scoped in RecordView record)
        {
            if (!_isSeen && filter.Judge(record) == FilterVerdict.Keep)
                _isSeen = true;
        }
    }
}
