using Amazon.Runtime;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// The attempts of one call: decides after each failure whether another one helps, and prepares it. Expired credentials
/// are renewed and a wrong clock is corrected once a call; what is throttled or broken is repeated as often as the schedule says.
/// </summary>
internal sealed class ServiceAttempts(
    RetrySchedule schedule, SharedCredentials credentials, ServerClock serverClock, TimeProvider clock, Action<string>? onRetry = null)
{
    private int _failures;
    private bool _renewed;
    private bool _corrected;

    /// <summary>How many attempts were begun.</summary>
    public int Count { get; private set; }

    /// <summary>A further attempt begins.</summary>
    public void Begin() => Count++;

    /// <summary>True where the call is to be tried again, after the wait that it took; false where it has failed for good.</summary>
    public async Task<bool> AgainAsync(string call, ServiceError error, ImmutableCredentials keys, CancellationToken token)
    {
        var wait = TimeSpan.Zero;
        switch (error.Retry)
        {
            case ServiceRetry.Expired when !_renewed:
                _renewed = true;
                await credentials.RenewAsync(keys, token).ConfigureAwait(false);
                break;
            case ServiceRetry.Clock when !_corrected && serverClock.Correct(error.ServerTime):
                _corrected = true;
                break;
            case ServiceRetry.Throttled or ServiceRetry.Transient when ++_failures < schedule.AttemptsFor(error.Retry):
                wait = schedule.WaitAfter(_failures, error.RetryAfter);
                break;
            default:
                return false;
        }

        onRetry?.Invoke(
            $"{call}: {error.Code ?? error.Message}; attempt {Count + 1} follows"
            + (wait > TimeSpan.Zero ? FormattableString.Invariant($" after {wait.TotalSeconds:0.0} s.") : "."));
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, token).ConfigureAwait(false);
        return true;
    }
}
