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
    private int _waiting;
    private TimeSpan? _asked;
    private long _since;
    private bool _isSaid;
    private TrailFault? _fault;

    /// <summary>True where the last call failed and nothing has answered since.</summary>
    internal bool IsClosed
    {
        get
        {
            lock (_lock)
                return _failures > 0;
        }
    }

    /// <summary>The outage that was said and has not ended, as it is told at the end of a watching; null where there is none.</summary>
    internal TrailNotice? Outage
    {
        get
        {
            lock (_lock)
            {
                return !_isSaid || _fault is not { } fault ? null : TrailNotice.Fault(new TrailFault(
                    fault.Kind, fault.Target,
                    FormattableString.Invariant($"{name} did not answer for the last {clock.GetElapsedTime(_since).TotalSeconds:0} s of the watching: what came meanwhile was not given. {fault.Message}"),
                    fault.Remedy, fault.Cause));
            }
        }
    }

    /// <summary>True where credentials that are refused are waited for, too: they were good before, and somebody renews them.</summary>
    internal bool WaitsForCredentials { get; set; }

    /// <summary>Makes a call, again where it fails and that may help. Throws what cannot get better.</summary>
    internal Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken token) => CallAsync(call, int.MaxValue, token);

    /// <summary>
    /// Makes a call that is one of many alike, each for another thing: what it is refused tells that the service answers, and what
    /// fails so often is thrown, since that may be a fault of the thing alone.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="mostFailures">How often it may fail.</param>
    /// <param name="token">Gives up.</param>
    internal async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, int mostFailures, CancellationToken token)
    {
        for (var failures = 0; ;)
        {
            var isProbe = await EnterAsync(hasFailed: failures > 0, token).ConfigureAwait(false);
            try
            {
                var answer = await call(token).ConfigureAwait(false);
                // An answer to what was asked before the failure says nothing of now.
                if (isProbe)
                    Answers();
                return answer;
            }
            catch (TrailSourceException e) when (IsOutage(e.Fault))
            {
                Failed(isProbe, e.Fault);
                if (++failures == mostFailures)
                    throw;
            }
            catch (TrailSourceException) when (isProbe && mostFailures < int.MaxValue)
            {
                Answers();
                throw;
            }
            catch when (isProbe)
            {
                Leave();
                throw;
            }
        }
    }

    /// <summary>True where asking again may help.</summary>
    internal bool IsOutage(TrailFault fault) =>
        fault.Kind is TrailFaultKind.Connection or TrailFaultKind.Throttled || (WaitsForCredentials && fault.Kind == TrailFaultKind.Credentials);

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

    // True for the one that tries while the gate is closed. Who has just failed lets another try, who may ask for what can be had.
    private async Task<bool> EnterAsync(bool hasFailed, CancellationToken token)
    {
        for (; ; hasFailed = false)
        {
            Task changed;
            TimeSpan wait;
            lock (_lock)
            {
                if (_failures == 0)
                    return false;
                changed = _changed.Task;
                var isNext = !_isProbed && !(hasFailed && _waiting > 0);
                wait = isNext ? s_wait.After(_failures, draw(), _asked) : Timeout.InfiniteTimeSpan;
                _isProbed |= isNext;
                _waiting += isNext ? 0 : 1;
            }
            if (wait == Timeout.InfiniteTimeSpan)
                await WaitAsync(changed, token).ConfigureAwait(false);
            else if (await PausedAsync(wait, token).ConfigureAwait(false))
                return true;
        }
    }

    private async Task WaitAsync(Task changed, CancellationToken token)
    {
        try
        {
            await changed.WaitAsync(token).ConfigureAwait(false);
        }
        catch
        {
            // Another may wait for this one to try.
            lock (_lock)
            {
                if (!_isProbed)
                    Change();
            }
            throw;
        }
        finally
        {
            lock (_lock)
                _waiting--;
        }
    }

    private async Task<bool> PausedAsync(TimeSpan wait, CancellationToken token)
    {
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
            (_fault, _asked) = (fault, fault.RetryAfter);
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
