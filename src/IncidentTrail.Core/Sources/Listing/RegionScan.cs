using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Listing;

/// <summary>
/// Lists the keys of one Region's folder that a window needs. Most folders are done in a page or two, whatever the number
/// of days, so it begins page by page; what is left after that is cut by days, as many as a page has held, and listed
/// in parallel.
/// </summary>
/// <param name="lister">What lists.</param>
/// <param name="folder">The folder.</param>
/// <param name="window">The window.</param>
/// <param name="nowUtc">The time now, in UTC.</param>
/// <param name="listFromUtc">What is before was read before and is not listed; null where that is not kept.</param>
internal sealed class RegionScan(IKeyLister lister, RegionFolder folder, DeliveryWindow window, DateTime nowUtc, DateTime? listFromUtc = null)
{
    /// <summary>The keys in ordinal order, a list a page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ListedKey>> PagesAsync([EnumeratorCancellation] CancellationToken token)
    {
        var whole = KeySpan.Of(folder.Prefix, folder.After(window, listFromUtc), folder.Before(window));
        var pages = 0;
        string? first = null;
        string? last = null;
        await foreach (var page in PagesAsync(whole, token).ConfigureAwait(false))
        {
            if (page.Keys.Count > 0)
            {
                yield return page.Keys;
                first ??= page.Keys[0].Key;
                last = page.Keys[^1].Key;
            }

            pages++;
            if (page.HasMore && pages >= EngineLimits.PagesInTurn && Spans(whole, first, last, pages) is { } spans)
            {
                var rest = OrderedWork.Of(ReadyElements.Of(spans), (span, stop) => PagesAsync(span, stop), EngineLimits.SpansAhead, token);
                await foreach (var more in rest.ConfigureAwait(false))
                {
                    if (more.Keys.Count > 0)
                        yield return more.Keys;
                }

                yield break;
            }
        }
    }

    private async IAsyncEnumerable<(IReadOnlyList<ListedKey> Keys, bool HasMore)> PagesAsync(
        KeySpan span, [EnumeratorCancellation] CancellationToken token)
    {
        // Of a list in another order nobody can say where a day ends: it is followed to its own end, which tells of it.
        var isInOrder = true;
        await foreach (var page in Paging.PagesAsync(lister, new KeyPageRequest(span.Prefix, After: span.After), token)
            .ConfigureAwait(false))
        {
            var count = page.Keys.Count;
            isInOrder = isInOrder && KeyOrder.Breach(page) is null;
            if (count == 0 || !isInOrder || !span.Ends(page.Keys[^1].Key))
            {
                yield return (page.Keys, isInOrder && page.Continuation is not null);
                continue;
            }

            while (count > 0 && span.Ends(page.Keys[count - 1].Key))
                count--;
            yield return ([.. page.Keys.Take(count)], false);
            yield break;
        }
    }

    // The rest, cut at midnights. Null where the keys so far do not tell a day: it then goes on page by page.
    private List<KeySpan>? Spans(KeySpan whole, string? first, string? last, int pages)
    {
        if (first is null || last is null || DayOf(first) is not { } firstDay || DayOf(last) is not { } lastDay)
            return null;
        var end = (window.UntilUtc ?? nowUtc).Date;
        if (end <= lastDay)
            return null;
        var step = TimeSpan.FromDays(Math.Max(1, (int)((lastDay - firstDay).TotalDays / pages)));
        var spans = new List<KeySpan>();
        var after = last;
        for (var day = lastDay.AddDays(1); day <= end; day += step)
        {
            var cut = folder.Day(day);
            spans.Add(KeySpan.Of(folder.Prefix, after, cut));
            after = cut;
        }

        spans.Add(KeySpan.Of(folder.Prefix, after, whole.Before));
        return spans;
    }

    private DateTime? DayOf(string key) =>
        key.Length >= folder.Prefix.Length + 10 && DateTime.TryParseExact(
            key.AsSpan(folder.Prefix.Length, 10), "yyyy'/'MM'/'dd", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) ? day : null;
}
