using System.Collections.Concurrent;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Aws.History;

/// <summary>
/// One asking of Event history: a connection for each caller, the sweeps of each place, and what went wrong with them. Disposing
/// it ends what is still being fetched.
/// </summary>
internal sealed class HistoryRound(
    IReadOnlyList<HistoryPlace> places, string? endpointUrl, HistorySettings settings, CancellationToken token) : IAsyncDisposable
{
    private readonly Dictionary<HistoryCaller, ServiceHttp> _connections =
        places.Select(p => p.Caller).Distinct().ToDictionary(c => c, c => new ServiceHttp(c.Settings.Route));
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(token);
    private readonly ReadAheadBudget _budget = new(settings.ReadAhead);
    private readonly ConcurrentQueue<string> _retries = new();
    private readonly HistoryFaults _failed = new();
    private readonly List<HistoryLane> _lanes = [];
    private readonly List<Task> _fetching = [];
    private readonly DateTimeOffset _begun = settings.Schedule.Clock.GetUtcNow();
    private readonly HashSet<HistoryPlace> _broken = [];

    /// <summary>The client that asks a place; null, with the fault noted, where its credentials or address cannot be had.</summary>
    public async Task<CloudTrailClient?> ConnectAsync(HistoryPlace place)
    {
        try
        {
            var caller = place.Caller;
            var endpoint = caller.Settings.EndpointIn(JsonService.CloudTrail.Name, place.Region, endpointUrl);
            var keys = await caller.Credentials.CurrentAsync(_stop.Token).ConfigureAwait(false);
            var account = caller.AccountId ?? keys.AccountId ?? AccessKeyAccount.Of(keys.AccessKey) ?? keys.AccessKey;
            return new CloudTrailClient(new JsonClient(
                JsonService.CloudTrail, place.Region, caller.Credentials, endpoint, _connections[caller],
                settings.Pace(account, place.Region, endpoint), settings.Schedule with { Told = _retries.Enqueue }));
        }
        catch (TrailSourceException e)
        {
            _failed.Add(place, e);
            return null;
        }
    }

    /// <summary>Adds a sweep of a place to what is read.</summary>
    public void Add(HistoryPlace place, CloudTrailClient client, LookupRequest request) =>
        _lanes.Add(new HistoryLane(place, new HistorySweep(client, request, _retries.Enqueue), _lanes.Count, _budget));

    /// <summary>Reads all sweeps, newest first, with what there is to say of retries and faults meanwhile.</summary>
    public async IAsyncEnumerable<TrailSourceItem> ReadAsync()
    {
        _fetching.AddRange(_lanes.Select(l => l.FetchAsync(_stop.Token)));
        var merge = new HistoryMerge(_lanes, (lane, failure) =>
        {
            _broken.Add(lane.Place);
            _failed.Add(lane.Place, failure);
        });
        await foreach (var run in merge.ReadAsync(token).ConfigureAwait(false))
        {
            foreach (var item in Said())
                yield return item;
            yield return run.ToItem();
        }

        token.ThrowIfCancellationRequested();
    }

    /// <summary>Keeps how far each place was read to its end. A place that takes no credentials of the caller's is none.</summary>
    public void Mark(HistoryMarks marks, HistoryWindow window)
    {
        // What one sweep showed says nothing of another that was asked before: in between a machine may have slept.
        var lasted = settings.Schedule.Clock.GetUtcNow() - _begun;
        var swept = _lanes.Select(lane => lane.Place).Where(place => !_broken.Contains(place)).ToHashSet();
        foreach (var place in places)
        {
            if (!swept.Contains(place) && !_failed.Refuses(place))
                marks.NotSwept();
            else if (swept.Contains(place) && place.Reach.ReachesUtc is { } newest)
                marks.Swept(place.Mark, lasted > TimeSpan.Zero ? newest - lasted : newest, window.StartUtc, window.EndUtc);
        }
    }

    /// <summary>What is left to say when every place was asked.</summary>
    public IEnumerable<TrailSourceItem> Finish() => Said().Concat(_failed.Finish(places));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_fetching).ConfigureAwait(false);
        foreach (var http in _connections.Values)
            http.Dispose();
        _stop.Dispose();
    }

    private IEnumerable<TrailSourceItem> Said()
    {
        while (_retries.TryDequeue(out var retry))
            yield return new SourceNotice(TrailNotice.Verbose(retry));
        foreach (var item in _failed.Take())
            yield return item;
    }
}
