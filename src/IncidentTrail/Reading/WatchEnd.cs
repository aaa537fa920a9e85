namespace IncidentTrail.PowerShell.Reading;

/// <summary>When a watching ends by itself: after a span, or at a time. Both are no error.</summary>
internal sealed class WatchEnd : IDisposable
{
    private readonly CancellationTokenSource _either;
    private readonly CancellationTokenSource _over = new();

    /// <param name="endUtc">When it ends; null where nothing says.</param>
    /// <param name="stop">Ends it sooner.</param>
    /// <param name="clock">The clock that is waited by.</param>
    internal WatchEnd(DateTime? endUtc, CancellationToken stop, TimeProvider? clock = null)
    {
        _either = CancellationTokenSource.CreateLinkedTokenSource(stop, _over.Token);
        if (endUtc is { } end)
            _ = WaitAsync(end, clock ?? TimeProvider.System, _either.Token);
    }

    /// <summary>Cancelled at the end, however it comes.</summary>
    internal CancellationToken Token => _either.Token;

    /// <summary>True where the time is over.</summary>
    internal bool IsOver => _over.IsCancellationRequested;

    public void Dispose()
    {
        _either.Cancel();
        _either.Dispose();
    }

    private async Task WaitAsync(DateTime endUtc, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            while (endUtc - clock.GetUtcNow().UtcDateTime is var left && left > TimeSpan.Zero)
                await Task.Delay(left < CmdletLimits.LongestTimer ? left : CmdletLimits.LongestTimer, clock, stop).ConfigureAwait(false);
            await _over.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It ended sooner.
        }
    }
}
