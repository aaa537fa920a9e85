namespace IncidentTrail.Sources.Queues;

/// <summary>
/// Lets calls pass while a service answers. While it does not, one of them asks again after a wait that grows, and all others
/// wait for what comes of it.
/// </summary>
/// <param name="name">What is called.</param>
/// <param name="say">Told of an outage, once, and of its end.</param>
/// <param name="clock">The clock that is waited by.</param>
/// <param name="draw">A number from 0 up to 1; so that those who failed together do not come back together.</param>
internal sealed class OutageGate(string name, Action<TrailNotice> say, TimeProvider clock, Func<double> draw)
{
    private static readonly GrowingWait s_wait = new(WatchLimits.FirstOutageWait, WatchLimits.LongestOutageWait, Sure: 0.75);

    private readonly object _lock = new();
    private TaskCompletionSource _changed = NewChange();
    private bool _isProbed;
    private int _failures;
    private TimeSpan? _asked;
    private long _since;
    private bool _isSaid;

    /// <summary>True where the last call failed and nothing has answered since.</summary>
    internal bool IsClosed
    {
        get
        {
            lock (_lock)
                return _failures > 0;
        }
    }

    /// <summary>Makes a call, again where it fails and that may help. Throws what cannot get better.</summary>
    internal async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken token)
    {
        while (true)
        {
            var isProbe = await EnterAsync(token).ConfigureAwait(false);
            try
            {
                var answer = await call(token).ConfigureAwait(false);
                // An answer to what was asked before the failure says nothing of now.
                if (isProbe)
                    Answers();
                return answer;
            }
            catch (TrailSourceException e) when (e.Fault.Kind is TrailFaultKind.Connection or TrailFaultKind.Throttled)
            {
                Failed(isProbe, e.Fault);
            }
            catch when (isProbe)
            {
                Leave();
                throw;
            }
        }
    }

    /// <summary>
    /// Lets all calls pass again. For a call that goes on long after the service has answered it, and that others must not wait for:
    /// those that it waits for itself.
    /// </summary>
    internal void Answers()
    {
        TimeSpan lasted;
        bool isSaid;
        lock (_lock)
        {
            if (_failures == 0)
                return;
            (lasted, isSaid) = (clock.GetElapsedTime(_since), _isSaid);
            (_failures, _isSaid) = (0, false);
            Change();
        }
        if (isSaid)
            say(TrailNotice.Verbose(FormattableString.Invariant($"{name} answers again after {lasted.TotalSeconds:0} s.")));
    }

    // True for the one that tries while the gate is closed.
    private async Task<bool> EnterAsync(CancellationToken token)
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_lock)
            {
                if (_failures == 0)
                    return false;
                changed = _changed.Task;
                wait = _isProbed ? Timeout.InfiniteTimeSpan : s_wait.After(_failures, draw(), _asked);
                _isProbed = true;
            }
            if (wait == Timeout.InfiniteTimeSpan)
            {
                await changed.WaitAsync(token).ConfigureAwait(false);
                continue;
            }
            try
            {
                await Task.Delay(wait, clock, token).ConfigureAwait(false);
                return true;
            }
            catch
            {
                Leave();
                throw;
            }
        }
    }

    private void Failed(bool isProbe, TrailFault fault)
    {
        var isToSay = false;
        lock (_lock)
        {
            // Of those that were on their way when it began, the first counts.
            if (_failures == 0)
                _since = clock.GetTimestamp();
            else if (!isProbe)
                return;
            _failures++;
            _asked = fault.RetryAfter;
            isToSay = _failures >= WatchLimits.OutageSaid && !_isSaid;
            _isSaid |= isToSay;
        }
        try
        {
            // Before the next one tries: that it answers again must not be told first.
            if (isToSay)
            {
                say(TrailNotice.Warning(FormattableString.Invariant(
                    $"{fault.Message.TrimEnd('.')}. It is asked again after waits that grow to {WatchLimits.LongestOutageWait.TotalSeconds:0} s, until it answers.")));
            }
        }
        finally
        {
            if (isProbe)
                Leave();
        }
    }

    private void Leave()
    {
        lock (_lock)
            Change();
    }

    private void Change()
    {
        _isProbed = false;
        var before = _changed;
        _changed = NewChange();
        before.SetResult();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
