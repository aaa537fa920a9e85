namespace IncidentTrail.Aws.Tests.Api;

/// <summary>A clock on which every wait is over at once: it leaps to the end of it. Tests with it wait for nothing.</summary>
/// <param name="start">The time at first.</param>
/// <param name="only">The waits that end; null where all do. Of several that wait, none then leaps past another.</param>
internal sealed class LeapingClock(DateTimeOffset start, TimeSpan? only = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _passed;

    public LeapingClock(TimeSpan? only = null)
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), only)
    {
    }

    /// <summary>How long was waited in all.</summary>
    public TimeSpan Passed
    {
        get
        {
            lock (_lock)
                return _passed;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan && dueTime == (only ?? dueTime))
        {
            lock (_lock)
                _passed += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Finished();
    }

    private sealed class Finished : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
