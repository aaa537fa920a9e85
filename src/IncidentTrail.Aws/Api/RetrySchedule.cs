using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// How often and how late a failed call is repeated, by which clock, and who is told. A wait is drawn from the upper
/// half of a bound that doubles: callers that failed together do not come back together, and the waits in all are
/// never short.
/// </summary>
internal sealed record RetrySchedule
{
    /// <summary>Attempts while the service throttles.</summary>
    public int ThrottledAttempts { get; init; } = AdapterLimits.ThrottledAttempts;

    /// <summary>Attempts while the service or the connection fails.</summary>
    public int TransientAttempts { get; init; } = AdapterLimits.TransientAttempts;

    /// <summary>The bound of the first wait.</summary>
    public TimeSpan FirstBound { get; init; } = AdapterLimits.FirstWait;

    /// <summary>The bound that no wait exceeds.</summary>
    public TimeSpan LastBound { get; init; } = AdapterLimits.LongestWait;

    /// <summary>A number from 0 up to 1.</summary>
    public Func<double> Draw { get; init; } = Random.Shared.NextDouble;

    /// <summary>The clock that is waited by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told of each attempt that follows a failed one, on any thread.</summary>
    public Action<string>? Told { get; init; }

    /// <summary>Ends a wait where the call can be given no token: the SDK asks for credentials without one.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>How many attempts a kind of error is worth.</summary>
    public int AttemptsFor(ServiceRetry retry) => retry switch
    {
        ServiceRetry.Throttled => ThrottledAttempts,
        ServiceRetry.Transient => TransientAttempts,
        _ => 1,
    };

    /// <summary>The wait after a number of failures in a row; not shorter than the service asks, within the bound.</summary>
    public TimeSpan WaitAfter(int failures, TimeSpan? asked) => new GrowingWait(FirstBound, LastBound, Sure: 0.5).After(failures, Draw(), asked);
}
