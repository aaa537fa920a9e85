using System.Runtime.CompilerServices;

namespace IncidentTrail.Sources.Listing;

/// <summary>Follows a list from page to page.</summary>
internal static class Paging
{
    /// <summary>The pages of a list.</summary>
    /// <param name="lister">What lists.</param>
    /// <param name="first">What is asked first.</param>
    /// <param name="token">Stops the listing.</param>
    /// <param name="ahead">The first page, where it was asked for already.</param>
    public static async IAsyncEnumerable<KeyPage> PagesAsync(
        IKeyLister lister, KeyPageRequest first, [EnumeratorCancellation] CancellationToken token, Task<KeyPage>? ahead = null)
    {
        var request = first;
        var seen = new HashSet<(string Continuation, string? First)>();
        while (true)
        {
            var page = await (ahead ?? lister.ListAsync(request, token)).ConfigureAwait(false);
            ahead = null;
            // Short and empty pages are allowed, one that was there before is not: it leads in a circle.
            if (page.Continuation is { } next && !seen.Add((next, FirstOf(page))))
            {
                throw new TrailSourceException(new TrailFault(
                    TrailFaultKind.ReadFailed, lister.Bucket,
                    $"The list of {lister.Bucket}/{first.Prefix} does not end: the bucket answers with pages that it has answered before."));
            }

            yield return page;
            if (page.Continuation is null)
                yield break;
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

    private static string? FirstOf(KeyPage page) =>
        page.Keys.Count > 0 ? page.Keys[0].Key : page.Folders.Count > 0 ? page.Folders[0] : null;
}
