using IncidentTrail.Patterns;

namespace IncidentTrail.Sources.Names;

/// <summary>
/// Which logs a query needs, by what names and folders tell: the kind, the account, the Region and the time of delivery. One rule for
/// the keys of a bucket and the files of its copy, and so one answer. What tells nothing is not excluded.
/// </summary>
internal sealed class LogFilter
{
    private readonly PatternSet _account;
    private readonly PatternSet _region;
    private readonly bool _wantsEvents;
    private readonly bool _wantsInsights;
    private readonly bool _wantsNetworkActivity;

    /// <param name="query">The query.</param>
    /// <param name="digestsFollow">How long behind a delivery its digest is looked for; null for the usual.</param>
    internal LogFilter(TrailQuery query, TimeSpan? digestsFollow = null)
    {
        (_account, _region) = (new PatternSet(query.AccountId), new PatternSet(query.Region));
        Window = new DeliveryWindow(query.StartTimeUtc, query.EndTimeUtc, query.DeliverySlack, digestsFollow);
        var categories = new PatternSet(query.EventCategory);
        (_wantsInsights, _wantsNetworkActivity) = (categories.IsMatch("Insight"), categories.IsMatch("NetworkActivity"));
        _wantsEvents = categories.IsEmpty || categories.IsMatch("Management") || categories.IsMatch("Data") || (!_wantsInsights && !_wantsNetworkActivity);
        NamedAccounts = query.AccountId.Count > 0 && query.AccountId.All(account => LogFolders.IsAccount(account)) ? [.. query.AccountId.Distinct()] : null;
    }

    /// <summary>The deliveries that can hold the window's events.</summary>
    internal DeliveryWindow Window { get; }

    /// <summary>The accounts, where each is named in full; null where they have to be found.</summary>
    internal IReadOnlyList<string>? NamedAccounts { get; }

    /// <summary>True where not every account is needed.</summary>
    internal bool NarrowsAccounts => !_account.IsEmpty;

    /// <summary>True where everything of the kinds needed is.</summary>
    internal bool IsEmpty => _account.IsEmpty && _region.IsEmpty && Window.IsUnbounded;

    /// <summary>
    /// Whether logs of a kind are needed. Insights and network activity are read only where they are asked for; a category nobody knows may
    /// be a new one.
    /// </summary>
    internal bool WantsKind(TrailLogKind kind) => kind switch
    {
        TrailLogKind.CloudTrail => _wantsEvents,
        TrailLogKind.Insight => _wantsInsights,
        TrailLogKind.NetworkActivity => _wantsNetworkActivity,
        _ => true,
    };

    /// <summary>Whether an account's folder is needed.</summary>
    internal bool WantsAccount(string account) => _account.IsEmpty || _account.IsMatch(account);

    /// <summary>Whether a Region's folder is needed.</summary>
    internal bool WantsRegion(string region) => _region.IsEmpty || _region.IsMatch(region);

    /// <summary>Whether a log is needed, whatever it holds.</summary>
    internal bool IsWanted(TrailLog log) =>
        (log.AccountId is null || WantsAccount(log.AccountId)) && (log.Region is null || WantsRegion(log.Region)) && Window.Covers(log.Kind, log.DeliveryTimeUtc);

    /// <summary>Whether what is in a folder may be needed.</summary>
    internal bool IsWanted(LogFolder folder) =>
        (folder.AccountId is null || WantsAccount(folder.AccountId)) && (folder.Region is null || WantsRegion(folder.Region)) && Window.Covers(folder);

    /// <summary>True for a log that its name or folder excludes. A file that CloudTrail did not name is none.</summary>
    internal bool PassesOver(LogFolder folder, in LogName name) =>
        name.DeliveryTimeUtc is { } delivered && folder.KindOf(name) is var kind && LogFolders.IsCloudTrails(kind)
        && !(Window.Covers(kind, delivered) && (_account.IsEmpty || WantsAccount(folder.AccountId ?? name.AccountId.ToString()))
            && (_region.IsEmpty || WantsRegion(folder.Region ?? name.Region.ToString())));
}
