using Amazon.Runtime;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// The attempts of one call, or of all that is asked to read one object: decides after each failure whether another
/// one helps, and prepares it. Expired credentials are renewed and a wrong clock is corrected once; what is throttled
/// or broken is repeated as often as the schedule says. Everything that is asked of a service asks again by this.
/// </summary>
internal sealed class ServiceAttempts(
    RetrySchedule schedule, SharedCredentials? credentials = null, ServerClock? serverClock = null)
{
    private int _failures;
    private bool _renewed;
    private bool _corrected;

    /// <summary>How many attempts were begun since there was progress.</summary>
    public int Count { get; private set; }

    /// <summary>A further attempt begins.</summary>
    public void Begin() => Count++;

    /// <summary>The attempt under way has brought something: what failed before no longer counts.</summary>
    public void Progressed()
    {
        (Count, _failures) = (1, 0);
        (_renewed, _corrected) = (false, false);
    }

    /// <summary>True where the call is to be tried again, after the wait that it took; false where it has failed for good.</summary>
    public async Task<bool> AgainAsync(string call, ServiceError error, ImmutableCredentials? keys, CancellationToken token)
    {
        var wait = TimeSpan.Zero;
        switch (error.Retry)
        {
            case ServiceRetry.Expired when !_renewed && credentials is not null && keys is not null:
                _renewed = true;
                await credentials.RenewAsync(keys, token).ConfigureAwait(false);
                break;
            case ServiceRetry.Clock when !_corrected && serverClock?.Correct(error.ServerTime) == true:
                _corrected = true;
                break;
            case ServiceRetry.Throttled or ServiceRetry.Transient when ++_failures < schedule.AttemptsFor(error.Retry):
                wait = schedule.WaitAfter(_failures, error.RetryAfter);
                break;
            default:
                return false;
        }

        schedule.Told?.Invoke(
            $"{call}: {error.Code ?? error.Message}; attempt {Count + 1} follows"
            + (wait > TimeSpan.Zero ? FormattableString.Invariant($" after {wait.TotalSeconds:0.0} s.") : "."));
        if (wait > TimeSpan.Zero)
            await WaitAsync(wait, token).ConfigureAwait(false);
        return true;
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken token)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, schedule.Stop);
        await Task.Delay(wait, schedule.Clock, either.Token).ConfigureAwait(false);
    }
}
