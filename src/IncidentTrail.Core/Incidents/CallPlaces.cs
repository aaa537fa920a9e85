namespace IncidentTrail.Incidents;

/// <summary>The accounts and Regions of calls that are linked one after the other.</summary>
internal sealed class CallPlaces
{
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _regions = new(StringComparer.Ordinal);
    private int _seen;
    private bool _hasUnknownRegion;

    /// <summary>Looks at the calls that were added since the last time.</summary>
    internal CallPlaces Of(List<LinkedCall> calls)
    {
        for (; _seen < calls.Count; _seen++)
        {
            var call = calls[_seen].Call;
            if (call.AccountId is { } account)
                _accounts.Add(account);
            if (call.Region is { } region)
                _regions.Add(region);
            else
                _hasUnknownRegion = true;
        }
        return this;
    }

    internal bool HasAccount(string accountId) => _accounts.Contains(accountId);

    /// <summary>True also where a call does not tell its Region.</summary>
    internal bool MayBeIn(string region) => _hasUnknownRegion || _regions.Contains(region);
}
