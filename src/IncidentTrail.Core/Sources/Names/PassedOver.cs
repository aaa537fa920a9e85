namespace IncidentTrail.Sources.Names;

/// <summary>
/// What a query's window, accounts and Regions leave out of the folders of a source: it is counted and not opened. What is of a kind that is
/// not asked for is no part of the question: neither here nor in a bucket, whose folder of that kind is not listed, is it counted.
/// </summary>
/// <param name="filter">What the query needs.</param>
internal sealed class PassedOver(LogFilter filter)
{
    // In the names of the folders and logs of every kind but the usual one.
    private const string OtherKinds = "CloudTrail-";

    private readonly SortedSet<string> _accountsLeftOut = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accountsFound = new(StringComparer.Ordinal);
    private bool _hasOthers;
    private DateTime _firstUtc = DateTime.MaxValue;
    private DateTime _lastUtc = DateTime.MinValue;

    /// <summary>Logs that were met and left alone.</summary>
    internal long Logs { get; private set; }

    /// <summary>Folders that were not entered.</summary>
    internal long Folders { get; private set; }

    /// <summary>Both.</summary>
    internal long Count => Logs + Folders;

    /// <summary>True where events' logs were met and a kind was asked for of which there need not be any.</summary>
    internal bool IsTrail { get; private set; }

    /// <summary>Takes a folder; false for one that is not to be entered.</summary>
    internal bool Enters(LogFolder folder)
    {
        if (!filter.IsEmpty)
            Note(folder);
        if (!filter.WantsKind(folder.Kind))
        {
            IsTrail |= folder.Kind == TrailLogKind.CloudTrail;
            return false;
        }
        if (filter.IsEmpty)
            return true;
        var isWanted = filter.IsWanted(folder);
        if (!isWanted)
        {
            Folders++;
            Widen(folder.FirstDayUtc, folder.EndDayUtc?.AddTicks(-1));
        }
        return isWanted;
    }

    /// <summary>False for a folder of a kind that is not asked for.</summary>
    internal bool WantsKindOf(string folder) => filter.WantsKind(LogFolder.Of(folder).Kind);

    /// <summary>Takes a file by its name; false for a log that is left alone.</summary>
    internal bool Takes(LogFolder folder, ReadOnlySpan<char> name)
    {
        if (IsOfOtherKind(folder, name))
            return false;
        if (filter.IsEmpty || !LogName.TryParse(name, out var named))
            return true;
        if (filter.NarrowsAccounts)
            Note(folder.AccountId ?? named.AccountId.ToString());
        var isWanted = !filter.PassesOver(folder, named);
        if (!isWanted)
        {
            Logs++;
            Widen(named.DeliveryTimeUtc, named.DeliveryTimeUtc);
        }
        return isWanted;
    }

    /// <summary>Takes a file by its path, whose folders nobody entered before it.</summary>
    internal bool Takes(string path)
    {
        if (TakesAll(path))
            return true;
        var (folder, name) = Parts(path);
        if (IsOfOtherKind(folder, name))
            IsTrail |= folder.Kind == TrailLogKind.CloudTrail;
        else if (!filter.IsEmpty && !filter.IsWanted(folder))
        {
            Note(folder);
            Logs++;
            Widen(folder.FirstDayUtc, folder.EndDayUtc?.AddTicks(-1));
        }
        else
            return Takes(folder, name);
        return false;
    }

    /// <summary>True for a log that is left alone, which this does not count.</summary>
    internal bool IsOutside(string path)
    {
        if (TakesAll(path))
            return false;
        var (folder, name) = Parts(path);
        return IsOfOtherKind(folder, name) || (!filter.IsEmpty && !filter.IsWanted(folder))
            || (LogName.TryParse(name, out var named) && filter.PassesOver(folder, named));
    }

    private bool TakesAll(string path) =>
        filter.IsEmpty && filter.WantsKind(TrailLogKind.CloudTrail) && !path.Contains(OtherKinds, StringComparison.Ordinal);

    /// <summary>Notes a log that is read: where nothing tells its account, it may be anybody's.</summary>
    internal void Read(TrailLog log)
    {
        _hasOthers |= log.AccountId is null;
        if (filter.NarrowsAccounts)
            Note(log.AccountId);
    }

    /// <summary>Adds to what a source says of itself.</summary>
    internal void State(TrailSourceCoverage entry)
    {
        if (filter.IsEmpty)
            return;
        entry.Add("LogsPassedOver", Logs);
        entry.Add("FoldersPassedOver", Folders);
        if (_firstUtc <= _lastUtc)
            entry.PassOver(_firstUtc, _lastUtc);
    }

    /// <summary>What is to be said where the accounts asked for are not there, and others are; null where nothing is.</summary>
    internal TrailNotice? OfAccounts(string place)
    {
        if (_hasOthers || !filter.NarrowsAccounts || _accountsLeftOut.Count + _accountsFound.Count == 0)
            return null;
        var there = FolderNames.Text([.. _accountsLeftOut, .. _accountsFound], EngineLimits.FoldersShown);
        if (filter.NamedAccounts is not { } named)
            return _accountsFound.Count > 0 ? null : TrailNotice.Warning($"{place}: none of the accounts there is asked for with -AccountId. There are: {there}.");
        var missing = named.Where(account => !_accountsFound.Contains(account)).ToList();
        return missing.Count == 0 ? null : TrailNotice.Gap(
            $"{place} has no log of {FolderNames.Text(missing, EngineLimits.FoldersShown)}: nothing of that account was looked at. Accounts there: {there}.");
    }

    private bool IsOfOtherKind(LogFolder folder, ReadOnlySpan<char> name) => !filter.WantsKind(folder.Kind)
        || (name.Contains(OtherKinds, StringComparison.Ordinal) && LogName.TryParse(name, out var named) && !filter.WantsKind(folder.KindOf(named)));

    private static (LogFolder Folder, string Name) Parts(string path)
    {
        var name = path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return (LogFolder.Of(path.AsSpan(..^name.Length)), name);
    }

    private void Widen(DateTime? firstUtc, DateTime? lastUtc)
    {
        if (firstUtc < _firstUtc)
            _firstUtc = firstUtc.Value;
        if (lastUtc > _lastUtc)
            _lastUtc = lastUtc.Value;
    }

    // An account is there where a folder of CloudTrail's is: another service's says nothing of a trail.
    private void Note(LogFolder folder)
    {
        if (folder.AccountId is { } account
            && (LogFolders.IsCloudTrails(folder.Kind) || folder.Region is not null || !filter.WantsAccount(account)))
            Note(account);
    }

    private void Note(string? account)
    {
        if (account is not null)
            (filter.WantsAccount(account) ? (ISet<string>)_accountsFound : _accountsLeftOut).Add(account);
    }
}
