using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.History;

/// <summary>
/// All pages of one lookup, newest first. The window is the same for each page. A token that the service no longer
/// knows is no end: the sweep starts again at the last event's time and leaves out what it has had.
/// </summary>
internal sealed class HistorySweep(CloudTrailClient client, LookupRequest request, Action<string>? onRestart = null)
{
    /// <summary>The pages, each without events that were answered before the sweep started again. Throws <see cref="ServiceException"/>.</summary>
    public async IAsyncEnumerable<LookupPage> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        var asked = request;
        var seen = new SeenEvents();
        var tokens = new PageTokens();
        string? next = null;
        var restartsInVain = 0;
        while (true)
        {
            LookupPage page;
            try
            {
                page = await client.LookupEventsAsync(asked, next, token).ConfigureAwait(false);
            }
            catch (ServiceException e) when (
                e.Code == "InvalidNextTokenException" && next is not null && restartsInVain < AdapterLimits.RestartsWithoutProgress)
            {
                restartsInVain++;
                (next, tokens) = (null, new PageTokens());
                seen.StartAgain();
                asked = request with { EndUtc = seen.OldestUtc ?? request.EndUtc };
                onRestart?.Invoke(FormattableString.Invariant(
                    $"cloudtrail:LookupEvents in {client.Region}: the token is no longer valid; the sweep starts again at {asked.EndUtc:u}."));
                continue;
            }

            var fresh = page.Events.Where(seen.Add).ToList();
            if (fresh.Count > 0)
                restartsInVain = 0;
            yield return page with { Events = fresh };
            if (page.NextToken is null)
                yield break;
            if (tokens.LeadsBack(page.NextToken))
            {
                throw new ServiceException(
                    "cloudtrail", "LookupEvents", client.Region,
                    new ServiceError("RepeatedToken", "the answer repeats the token of a page before", 200, page.RequestId, null, null),
                    1, new JsonException("NextToken"));
            }

            next = page.NextToken;
        }
    }
}
