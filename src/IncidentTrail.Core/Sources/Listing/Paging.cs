using System.Runtime.CompilerServices;

namespace IncidentTrail.Sources.Listing;

/// <summary>Follows a list from page to page.</summary>
internal static class Paging
{
    public static async IAsyncEnumerable<KeyPage> PagesAsync(
        IKeyLister lister, KeyPageRequest first, [EnumeratorCancellation] CancellationToken token)
    {
        var request = first;
        while (true)
        {
            var page = await lister.ListAsync(request, token).ConfigureAwait(false);
            yield return page;
            if (page.Continuation is null)
                yield break;
            // Short and empty pages are allowed, a page that leads to itself is not.
            if (page.Continuation == request.Continuation && page.Keys.Count == 0 && page.Folders.Count == 0)
            {
                throw new TrailSourceException(new TrailFault(
                    TrailFaultKind.ReadFailed, lister.Bucket,
                    $"The list of {lister.Bucket}/{first.Prefix} does not end: the bucket keeps answering the same empty page."));
            }

            request = request with { Continuation = page.Continuation };
        }
    }

    /// <summary>The names of the folders below a prefix, without their slash. A doubled slash is a folder without a name.</summary>
    public static async Task<List<string>> FoldersAsync(IKeyLister lister, string prefix, CancellationToken token)
    {
        var names = new List<string>();
        await foreach (var page in PagesAsync(lister, new KeyPageRequest(prefix, Folders: true), token).ConfigureAwait(false))
            names.AddRange(page.Folders.Select(folder => folder[prefix.Length..^1]));
        return names;
    }
}
