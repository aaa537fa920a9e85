using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Listing;

/// <summary>Which folders a query needs: a folder's name is the account, the kind or the Region of every event below it.</summary>
internal sealed class WantedFolders
{
    private readonly LogFilter _filter;
    private readonly TrailPrefix _prefix;

    public WantedFolders(TrailQuery query, LogFilter filter, TrailPrefix prefix, bool includeDigests)
    {
        (_filter, _prefix) = (filter, prefix);
        Kinds = [.. KindsOf(filter, includeDigests).Where(kind => prefix.Kind is null || prefix.Kind == kind)];
        var named = prefix.AccountId is { } one ? [one] : query.AccountId;
        NamedAccounts = named.Count > 0 && named.All(name => LogFolders.IsAccount(name)) ? [.. named.Where(WantsAccount).Distinct()] : null;
    }

    /// <summary>From where a Region's folder is listed, by its key; null where that is not kept. See <see cref="TrailBucket.ListFrom"/>.</summary>
    public Func<string, DateTime?>? ListFrom { get; init; }

    /// <summary>The kinds' folders, such as <c>CloudTrail</c>.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>The accounts, where each is named in full; null where they have to be found.</summary>
    public IReadOnlyList<string>? NamedAccounts { get; }

    /// <summary>The deliveries that count.</summary>
    public DeliveryWindow Window => _filter.Window;

    public bool WantsAccount(string account) =>
        _filter.WantsAccount(account) && (_prefix.AccountId is null || _prefix.AccountId == account);

    /// <summary>True for a folder of a kind's that is to be read: a Region's by its name, another whatever Regions are asked for.</summary>
    public bool WantsFolder(string name) =>
        name.Length > 0 && (!LogFolders.IsRegion(name) || _filter.WantsRegion(name)) && (_prefix.Region is null || _prefix.Region == name);

    private static IEnumerable<string> KindsOf(LogFilter filter, bool includeDigests)
    {
        if (filter.WantsKind(TrailLogKind.CloudTrail))
            yield return "CloudTrail";
        if (includeDigests)
            yield return "CloudTrail-Digest";
        if (filter.WantsKind(TrailLogKind.Insight))
            yield return "CloudTrail-Insight";
        if (filter.WantsKind(TrailLogKind.NetworkActivity))
            yield return "CloudTrail-NetworkActivity";
    }
}
