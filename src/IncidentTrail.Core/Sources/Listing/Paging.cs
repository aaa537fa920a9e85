using System.Runtime.CompilerServices;

namespace IncidentTrail.Sources.Listing;

/// <summary>Follows a list from page to page.</summary>
internal static class Paging
{
    /// <summary>
    /// The pages of a list. Behind the last one it throws where a page was not in the order of keys: servers whose pages begin by
    /// name leave keys out then, and nothing in what they answer says so.
    /// </summary>
    /// <param name="lister">What lists.</param>
    /// <param name="first">What is asked first.</param>
    /// <param name="token">Stops the listing.</param>
    /// <param name="ahead">The first page, where it was asked for already.</param>
    public static async IAsyncEnumerable<KeyPage> PagesAsync(
        IKeyLister lister, KeyPageRequest first, [EnumeratorCancellation] CancellationToken token, Task<KeyPage>? ahead = null)
    {
        var request = first;
        var seen = new HashSet<(string Behind, string? First)>();
        string? last = null;
        string? lastKey = null;
        string? breach = null;
        var empty = 0;
        for (var pages = 1; ; pages++)
        {
            var page = await (ahead ?? lister.ListAsync(request, token)).ConfigureAwait(false);
            ahead = null;
            if (Foreign(page, first.Prefix) is { } foreign)
                throw Failure(lister, first, $"holds '{foreign}', which was not asked for");
            var newest = LastOf(page);
            empty = newest is null ? empty + 1 : 0;
            breach ??= KeyOrder.Breach(page);
            // Short and empty pages are allowed, one that was there before is not: it leads in a circle. Nor is one that brings nothing
            // behind what there was, whatever it says of the next, as long as keys come in their order.
            if (page.Continuation is { } next && (!seen.Add((breach is null || newest is null ? next : newest, FirstOf(page)))
                || (breach is null && newest is not null && last is not null && !KeyOrder.IsAfter(newest, last))))
                throw Failure(lister, first, "does not end: the bucket answers with pages that it has answered before");
            if (page.Continuation is not null && empty == EngineLimits.EmptyPagesInTurn)
                throw Failure(lister, first, FormattableString.Invariant($"does not end: {empty:N0} pages in turn are empty, and the bucket says that more follows"));
            last = newest ?? last;
            // A folder may come again on the next page, and its keys are not lost by that.
            breach ??= KeyOrder.Breach(page, lastKey);
            lastKey = page.Keys.Count > 0 ? page.Keys[^1].Key : lastKey;

            yield return page;
            if (page.Continuation is null)
            {
                if (breach is not null && pages > 1)
                    throw Failure(lister, first, $"is not in the order of its keys, as before '{breach}': some may be missing where a page ends");
                yield break;
            }
            request = request with { Continuation = page.Continuation };
        }
    }

    /// <summary>The names of the folders below a prefix, without their slash. A doubled slash is a folder without a name.</summary>
    /// <param name="lister">What lists.</param>
    /// <param name="prefix">The prefix.</param>
    /// <param name="token">Stops the listing.</param>
    /// <param name="loose">Takes the keys that lie beside the folders; null where nobody asks.</param>
    public static async Task<List<string>> FoldersAsync(
        IKeyLister lister, string prefix, CancellationToken token, Action<IReadOnlyList<ListedKey>>? loose = null)
    {
        var names = new List<string>();
        await foreach (var page in PagesAsync(lister, new KeyPageRequest(prefix, Folders: true), token).ConfigureAwait(false))
        {
            names.AddRange(page.Folders.Select(folder => folder[prefix.Length..^1]));
            loose?.Invoke(page.Keys);
        }
        return names;
    }

    private static TrailSourceException Failure(IKeyLister lister, KeyPageRequest asked, string what) => new(new TrailFault(
        TrailFaultKind.ReadFailed, lister.Bucket, $"The list of {lister.Bucket}/{asked.Prefix} {what}.", EngineRemedies.ListWrong));

    // A key or folder that does not begin as all of them must; null where there is none.
    private static string? Foreign(KeyPage page, string prefix)
    {
        foreach (var key in page.Keys)
        {
            if (!key.Key.StartsWith(prefix, StringComparison.Ordinal))
                return key.Key;
        }
        return page.Folders.FirstOrDefault(folder =>
            folder.Length <= prefix.Length || folder[^1] != '/' || !folder.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static string? LastOf(KeyPage page)
    {
        var (key, folder) = (page.Keys.Count > 0 ? page.Keys[^1].Key : null, page.Folders.Count > 0 ? page.Folders[^1] : null);
        return key is null || (folder is not null && KeyOrder.IsAfter(folder, key)) ? folder : key;
    }

    private static string? FirstOf(KeyPage page) =>
        page.Keys.Count > 0 ? page.Keys[0].Key : page.Folders.Count > 0 ? page.Folders[0] : null;
}
