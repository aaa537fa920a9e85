namespace IncidentTrail.Aws.Api;

/// <summary>The service's clock: this machine's, corrected by what the service's answers say.</summary>
internal sealed class ServerClock(TimeProvider clock)
{
    private long _offsetTicks;

    /// <summary>The time to sign with.</summary>
    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Takes over the time that a request was signed with, where the clock that it came of is somebody else's.</summary>
    public void Follow(DateTimeOffset signed) => Interlocked.Exchange(ref _offsetTicks, (signed - clock.GetUtcNow()).Ticks);

    /// <summary>Takes over the service's time where it differs enough to explain a refused signature.</summary>
    public bool Correct(DateTimeOffset? serverTime)
    {
        if (serverTime is not { } told || (told.UtcDateTime - UtcNow).Duration() < AdapterLimits.ClockTolerance)
            return false;
        Interlocked.Exchange(ref _offsetTicks, (told - clock.GetUtcNow()).Ticks);
        return true;
    }
}
