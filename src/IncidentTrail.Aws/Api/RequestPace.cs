using System.Collections.Concurrent;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// Keeps the requests that share a quota apart: whoever sends waits until the spacing since the last request on the wire
/// has passed. CloudTrail's lookups allow two a second for each account and Region, whoever asks, so the pace of an
/// account and Region is one for the whole process.
/// </summary>
internal sealed class RequestPace(TimeSpan spacing, TimeProvider clock)
{
    private static readonly ConcurrentDictionary<(string, string, string), RequestPace> Shared = new();

    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _lastSent;

    /// <summary>The pace of Event history for an account and Region (and the endpoint, since a test server has its own quota).</summary>
    public static RequestPace ForLookup(string account, string region, Uri endpoint) => Shared.GetOrAdd(
        (account, region, endpoint.GetLeftPart(UriPartial.Authority)), _ => new RequestPace(AdapterLimits.LookupSpacing, TimeProvider.System));

    /// <summary>Waits for the turn. The next one waits until this turn has sent or is given back.</summary>
    public async ValueTask<PaceTurn> EnterAsync(CancellationToken token)
    {
        await _turn.WaitAsync(token).ConfigureAwait(false);
        try
        {
            // A timer may fire early by its own grain, so what is left is asked again.
            while (Left() is var left && left > TimeSpan.Zero)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, token).ConfigureAwait(false);
        }
        catch
        {
            _turn.Release();
            throw;
        }

        return new PaceTurn(this);
    }

    private TimeSpan Left() => _lastSent is { } sent ? spacing - clock.GetElapsedTime(sent) : TimeSpan.Zero;

    internal void Sent() => _lastSent = clock.GetTimestamp();

    internal void Leave() => _turn.Release();
}
