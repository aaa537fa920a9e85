using IncidentTrail.Sources.Names;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Listing;

/// <summary>Which folders a listing met: whether the place that was asked is a trail's at all, and what was left unsearched there.</summary>
internal sealed class FoundFolders
{
    private readonly object _lock = new();
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _loose = new(StringComparer.Ordinal);

    /// <summary>True where a folder of CloudTrail's was found for any account.</summary>
    public bool Any
    {
        get
        {
            lock (_lock)
                return _accounts.Count > 0;
        }
    }

    /// <summary>True where a folder of CloudTrail's was found for the account.</summary>
    public bool Has(string account)
    {
        lock (_lock)
            return _accounts.Contains(account);
    }

    /// <summary>Notes that CloudTrail has a folder of the account.</summary>
    public void Trail(string account)
    {
        lock (_lock)
            _accounts.Add(account);
    }

    /// <summary>Notes the folders in an account's.</summary>
    public void Account(string account, string prefix, IReadOnlyCollection<string> names)
    {
        if (names.Any(name => LogFolders.IsCloudTrails(name)))
            Trail(account);
        lock (_lock)
            _unknown.UnionWith(names.Where(name => name.Length > 0 && LogFolders.KindOf(name) == TrailLogKind.Unknown).Select(name => prefix + name + "/"));
    }

    /// <summary>Notes the folders beside the accounts'.</summary>
    public void Accounts(string prefix, IReadOnlyCollection<string> names)
    {
        lock (_lock)
        {
            // Other services part their logs by folders such as aws-account-id=111122223333; CloudTrail does not.
            _unknown.UnionWith(names.Where(name => name.Length > 0 && !name.Contains('=') && !LogFolders.IsAccount(name) && !TrailPrefix.IsOrganization(name)
                && LogFolders.KindOf(name) == TrailLogKind.Unknown).Select(name => prefix + name + "/"));
        }
    }

    /// <summary>Notes the keys that lie beside the folders of accounts, or beside those of one.</summary>
    public void Loose(string bucket, IReadOnlyList<ListedKey> keys)
    {
        lock (_lock)
            _loose.UnionWith(keys.Where(key => IsLog(TrailLogLocation.FromKey(bucket, key.Key, key.Size))).Select(key => key.Key));
    }

    // Of a copy, a file that only its first bytes tell of is read, too: a bucket is not asked for each.
    private static bool IsLog(TrailLog log) => log.IsDelivered || LogPlace.Of(log) == LogPlaceKind.Log;

    /// <summary>What is to be said of logs that lie where CloudTrail puts none, and were not read; null where there is none.</summary>
    public TrailNotice? Unread(string bucket)
    {
        lock (_lock)
        {
            return _loose.Count == 0 ? null : TrailNotice.Gap(
                $"s3://{bucket} has files with the names of logs beside the folders that CloudTrail lays out, and they were not read: {FolderNames.Text(_loose, EngineLimits.FoldersShown)}. "
                + "Name them with -Key, or copy them and read the copy with -Path.");
        }
    }

    /// <summary>What is to be said of folders that nobody knows and that were not searched; null where there is none.</summary>
    public TrailNotice? Unsearched(string bucket)
    {
        lock (_lock)
        {
            return _unknown.Count == 0 ? null : TrailNotice.Gap(
                $"s3://{bucket} has folders beside CloudTrail's that nobody knows and that were not searched: {FolderNames.Text(_unknown, EngineLimits.FoldersShown)}. "
                + "Where logs lie there, copy the folder and read the copy with -Path, or name the logs with -Key.");
        }
    }
}
