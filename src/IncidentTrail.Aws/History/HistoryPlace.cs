using IncidentTrail.Aws.CloudTrail;

namespace IncidentTrail.Aws.History;

/// <summary>An account and Region whose Event history is read, by one sweep or by several.</summary>
internal sealed class HistoryPlace(HistoryCaller caller, string region, TrailCoverage coverage, LookupPlan plan, HistoryWindow window)
{
    private TrailSourceCoverage? _source;
    private DateTime? _backTo;

    /// <summary>Whose history it is.</summary>
    public HistoryCaller Caller => caller;

    /// <summary>The Region asked.</summary>
    public string Region => region;

    /// <summary>The account, from the role asked for or from the records; null while neither tells.</summary>
    public string? AccountId { get; private set; } = caller.RoleAccountId;

    /// <summary>True once the place has answered: its credentials are good there.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>As in <c>Event history 111122223333 us-east-1</c>.</summary>
    public string Name => string.Join(' ', ((string?[])["Event history", AccountId ?? caller.Label, region]).Where(p => p is not null));

    /// <summary>What the coverage says of it.</summary>
    public TrailSourceCoverage Source => _source ??= State(coverage.Source(Name));

    /// <summary>Takes in a page that is about to be delivered.</summary>
    public void Note(LookupPage page)
    {
        HasAnswered = true;
        AccountId ??= LookupAccount.Of(page);
        foreach (var entry in page.Events)
        {
            if (entry.TimeUtc > (Source.ReachesUtc ?? DateTime.MinValue))
                Source.ReachesUtc = entry.TimeUtc;
            if (entry.TimeUtc < (_backTo ?? DateTime.MaxValue))
                _backTo = entry.TimeUtc;
        }

        if (_backTo is not null)
            Source.State("ReadBackToUtc", _backTo);
    }

    private TrailSourceCoverage State(TrailSourceCoverage source)
    {
        source.State("AccountId", AccountId);
        source.State("Region", region);
        source.State("Pushed", string.Join(", ", plan.Attributes.Where(a => a is not null)));
        source.State("WindowStartUtc", window.StartUtc);
        source.State("WindowEndUtc", window.EndUtc);
        if (plan.Note is { } note)
            source.Note(note);
        source.Note("Event history holds management events of the last 90 days, and shows a call some 5 to 15 minutes after it was made.");
        return source;
    }
}
