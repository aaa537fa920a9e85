using IncidentTrail.Aws.CloudTrail;

namespace IncidentTrail.Aws.History;

/// <summary>An account and Region whose Event history is read, by one sweep or by several.</summary>
internal sealed class HistoryPlace(HistoryCaller caller, string region, TrailSourceCoverage source)
{
    private readonly List<string> _early = [];
    private TrailReach? _reach;

    /// <summary>Whose history it is.</summary>
    public HistoryCaller Caller => caller;

    /// <summary>The Region asked.</summary>
    public string Region => region;

    /// <summary>The account, from the role asked for or from the records; null while neither tells.</summary>
    public string? AccountId => caller.AccountId;

    /// <summary>True once the place has answered: its credentials are good there.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>As in <c>Event history 111122223333 us-east-1</c>.</summary>
    public string Name => string.Join(' ', ((string?[])["Event history", AccountId ?? caller.Label, region]).Where(p => p is not null));

    /// <summary>What a checkpoint keeps it under: whoever is asked, in whatever order the accounts become known.</summary>
    public string Mark => $"{caller.Label} {region}".TrimStart();

    /// <summary>What the coverage says of the source.</summary>
    public TrailSourceCoverage Source => source;

    /// <summary>How far it reaches.</summary>
    public TrailReach Reach => _reach ??= Begin();

    /// <summary>Takes in a page that is about to be delivered.</summary>
    public void Note(LookupPage page)
    {
        HasAnswered = true;
        caller.AccountId ??= LookupAccount.Of(page);
        if (page.RequestId is { } request)
            Add(request);
        foreach (var entry in page.Events)
        {
            if (entry.TimeUtc is not { } time)
                continue;
            Reach.Extend(time);
            Reach.ExtendBack(time);
        }
    }

    // While no record has told the account, the requests wait for the entry that will be named for it.
    private void Add(string requestId)
    {
        if (_reach is null && AccountId is null)
            _early.Add(requestId);
        else
            Reach.AddRequest(requestId);
    }

    private TrailReach Begin()
    {
        var reach = source.Reach(AccountId, region);
        _early.ForEach(reach.AddRequest);
        return reach;
    }
}
