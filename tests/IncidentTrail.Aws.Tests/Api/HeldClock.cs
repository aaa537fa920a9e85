namespace IncidentTrail.Aws.Tests.Api;

/// <summary>A clock that stands still: what waits for it goes on when the test says so.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<HeldTimer> _waiting = [];
    private readonly TaskCompletionSource _firstWait = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when somebody waits.</summary>
    public Task FirstWait => _firstWait.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(this, callback, state, dueTime);
        lock (_lock)
            _waiting.Add(timer);
        _firstWait.TrySetResult();
        return timer;
    }

    /// <summary>Ends the wait that is the shortest of those begun.</summary>
    public void EndShortest()
    {
        HeldTimer? next;
        lock (_lock)
        {
            next = _waiting.MinBy(timer => timer.DueTime);
            if (next is not null)
                _waiting.Remove(next);
        }

        next?.Fire();
    }

    private sealed class HeldTimer(HeldClock clock, TimerCallback callback, object? state, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime => dueTime;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            lock (clock._lock)
                clock._waiting.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
