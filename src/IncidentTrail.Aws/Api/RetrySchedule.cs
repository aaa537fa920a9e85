namespace IncidentTrail.Aws.Api;

/// <summary>
/// How often and how late a failed call is repeated. The wait is drawn between nothing and a bound that doubles, so that
/// callers that failed together do not come back together.
/// </summary>
internal sealed record RetrySchedule
{
    /// <summary>Attempts while the service throttles.</summary>
    public int ThrottledAttempts { get; init; } = 8;

    /// <summary>Attempts while the service or the connection fails.</summary>
    public int TransientAttempts { get; init; } = 5;

    /// <summary>The bound of the first wait.</summary>
    public TimeSpan FirstBound { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The bound that no wait exceeds.</summary>
    public TimeSpan LastBound { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A number from 0 up to 1.</summary>
    public Func<double> Draw { get; init; } = Random.Shared.NextDouble;

    /// <summary>How many attempts a kind of error is worth.</summary>
    public int AttemptsFor(ServiceRetry retry) => retry switch
    {
        ServiceRetry.Throttled => ThrottledAttempts,
        ServiceRetry.Transient => TransientAttempts,
        _ => 1,
    };

    /// <summary>The wait after a number of failures in a row; not shorter than the service asks, within the bound.</summary>
    public TimeSpan WaitAfter(int failures, TimeSpan? asked)
    {
        var bound = FirstBound * Math.Pow(2, Math.Min(failures - 1, 16));
        if (bound > LastBound)
            bound = LastBound;
        var drawn = bound * Draw();
        return asked is { } least && least > drawn ? (least < LastBound ? least : LastBound) : drawn;
    }
}
