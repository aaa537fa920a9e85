using System.Runtime.CompilerServices;
using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Listing;

/// <summary>Lists the keys of a trail's logs that a query needs, in ordinal order, the first ones while others are still being found.</summary>
internal sealed class TrailListing(
    IKeyLister lister, TrailPrefix prefix, TrailLayout layout, WantedFolders wanted)
{
    private readonly FoundFolders _found = new();
    private int _regions;
    private long _keys;
    private bool _hasFault;
    private bool _isRegionThere = prefix.Region is null;

    /// <summary>Pages of keys, with notices between them.</summary>
    public IAsyncEnumerable<TrailListingPart> PartsAsync(CancellationToken token) => PartsAsync(listsKeys: true, token);

    /// <summary>The folders of Regions instead of the keys in them, to be listed by <see cref="KeysAsync"/>; with notices between them.</summary>
    public IAsyncEnumerable<TrailListingPart> FoldersAsync(CancellationToken token) => PartsAsync(listsKeys: false, token);

    private async IAsyncEnumerable<TrailListingPart> PartsAsync(bool listsKeys, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var part in BelowAsync(prefix.Root, listsKeys, token).ConfigureAwait(false))
            yield return part;
        if (!_found.Any)
        {
            foreach (var root in await OtherRootsAsync(token).ConfigureAwait(false))
            {
                await foreach (var part in BelowAsync(root, listsKeys, token).ConfigureAwait(false))
                    yield return part;
            }
        }

        if (listsKeys && _found.Unsearched(lister.Bucket) is { } unsearched)
            yield return TrailListingPart.Of(unsearched);
        if (_found.Unread(lister.Bucket) is { } unread)
            yield return TrailListingPart.Of(unread);
        if (!_hasFault && await MissingAsync(token).ConfigureAwait(false) is { } missing)
            yield return TrailListingPart.Of(missing);
        yield return TrailListingPart.Of(TrailNotice.Verbose(_regions == 0
            ? $"s3://{lister.Bucket}/{prefix.Root}: no folder of CloudTrail logs is there for the accounts and Regions asked for."
            : $"s3://{lister.Bucket}/{prefix.Root}: {(listsKeys ? $"{_keys} keys in " : "")}{_regions} Region folders."));
    }

    private async Task<TrailNotice?> MissingAsync(CancellationToken token)
    {
        if (!_found.Any || !_isRegionThere)
            return await layout.Missing.SayAsync(token).ConfigureAwait(false);
        var without = wanted.NamedAccounts?.Where(account => !_found.Has(account)).ToList();
        return without is { Count: > 0 } ? layout.Missing.Say(without) : null;
    }

    private async Task<List<string>> OtherRootsAsync(CancellationToken token)
    {
        try
        {
            return await layout.OtherRootsAsync(token).ConfigureAwait(false);
        }
        catch (TrailSourceException e) when (e.Fault.Kind == TrailFaultKind.AccessDenied)
        {
            return [];
        }
    }

    private async IAsyncEnumerable<TrailListingPart> BelowAsync(
        string root, bool listsKeys, [EnumeratorCancellation] CancellationToken token)
    {
        var notices = new List<TrailNotice>();
        var kinds = await layout.FindAsync(root, _found, notices, token).ConfigureAwait(false);
        foreach (var notice in notices)
            yield return TrailListingPart.Of(notice);
        // An account has most kinds only where somebody has turned them on, and what else is there is to be said: it is asked first.
        var there = OrderedWork.Of(ReadyElements.Of(kinds.GroupBy(kind => kind.Account)), ThereAsync, EngineLimits.KindsAhead, token);
        var regions = OrderedWork.Of(there, (kind, stop) => Parts(RegionsAsync(kind, stop), kind.Prefix, stop), EngineLimits.KindsAhead, token);
        var keys = !listsKeys ? regions : OrderedWork.Of(
            regions, (part, stop) => KeysAsync(part, stop), EngineLimits.RegionsAhead, token);
        await foreach (var part in keys.ConfigureAwait(false))
            yield return part;
    }

    private async IAsyncEnumerable<KindFolder> ThereAsync(
        IGrouping<string, KindFolder> account, [EnumeratorCancellation] CancellationToken token)
    {
        // Hardly any account is without the folder of its trail: its Regions are asked for meanwhile.
        var usual = account.FirstOrDefault(kind => kind.Kind == "CloudTrail");
        var ahead = usual is null ? null : lister.ListAsync(RegionsOf(usual), token);
        try
        {
            List<string>? names = null;
            try
            {
                names = await Paging.FoldersAsync(lister, account.Key, token, keys => _found.Loose(lister.Bucket, keys)).ConfigureAwait(false);
                _found.Account(account.First().AccountId, account.Key, names);
            }
            catch (TrailSourceException)
            {
                // Then each kind says for itself whether it can be listed.
            }

            foreach (var kind in account.Where(kind => names is null || names.Contains(kind.Kind)))
                yield return kind == usual ? kind with { FirstPage = ahead } : kind;
        }
        finally
        {
            // What came of it is said where it is wanted, and nothing is left running.
            if (ahead is not null)
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static KeyPageRequest RegionsOf(KindFolder kind) => new(kind.Prefix, Folders: true);

    private async IAsyncEnumerable<TrailListingPart> RegionsAsync(KindFolder kind, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var page in Paging.PagesAsync(lister, RegionsOf(kind), token, kind.FirstPage).ConfigureAwait(false))
        {
            if (page.Folders.Count + page.Keys.Count > 0)
                _found.Trail(kind.AccountId);
            // A log is one wherever it lies, also where the Region's folder was left out.
            if (page.Keys.Count > 0)
                yield return TrailListingPart.Of(page.Keys);
            foreach (var folder in page.Folders)
            {
                var name = folder[kind.Prefix.Length..^1];
                _isRegionThere |= name == prefix.Region;
                if (!wanted.WantsFolder(name))
                    continue;
                Interlocked.Increment(ref _regions);
                yield return TrailListingPart.Of(new RegionFolder(folder, kind.AccountId, kind.Kind, name));
            }
        }
    }

    /// <summary>The keys in a Region's folder; another part is handed on.</summary>
    public async IAsyncEnumerable<TrailListingPart> KeysAsync(TrailListingPart part, [EnumeratorCancellation] CancellationToken token)
    {
        if (part.Folder is not { } folder)
        {
            yield return part;
            yield break;
        }

        // Only what CloudTrail lays out itself is in the order of its days.
        var scan = LogFolders.IsRegion(folder.Region)
            ? new RegionScan(lister, folder, wanted.Window, DateTime.UtcNow, wanted.ListFrom?.Invoke(folder.Prefix))
            : new RegionScan(lister, folder, DeliveryWindow.Unbounded, DateTime.UtcNow);
        await foreach (var keys in Parts(PagesAsync(scan, token), folder.Prefix, token).ConfigureAwait(false))
        {
            Interlocked.Add(ref _keys, keys.Keys.Count);
            yield return keys;
        }
    }

    private static async IAsyncEnumerable<TrailListingPart> PagesAsync(RegionScan scan, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var keys in scan.PagesAsync(token).ConfigureAwait(false))
            yield return TrailListingPart.Of(keys);
    }

    // One folder that cannot be listed is a fault of its own; the others go on.
    private async IAsyncEnumerable<TrailListingPart> Parts(
        IAsyncEnumerable<TrailListingPart> parts, string folder, [EnumeratorCancellation] CancellationToken token)
    {
        await using var each = parts.GetAsyncEnumerator(token);
        while (true)
        {
            TrailListingPart part;
            try
            {
                if (!await each.MoveNextAsync().ConfigureAwait(false))
                    yield break;
                part = each.Current;
            }
            catch (TrailSourceException e) when (e.Fault.Kind is not (TrailFaultKind.Credentials or TrailFaultKind.Argument))
            {
                _hasFault = true;
                part = TrailListingPart.Of(TrailNotice.Fault(new TrailFault(
                    e.Fault.Kind, $"{lister.Bucket}/{folder}", $"s3://{lister.Bucket}/{folder} was not listed to its end: {e.Fault.Message}",
                    e.Fault.Remedy, e.Fault.Cause)));
            }

            yield return part;
            if (part.Notice is { Kind: TrailNoticeKind.Fault })
                yield break;
        }
    }
}
