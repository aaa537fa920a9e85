namespace IncidentTrail.Sources.Queues;

/// <summary>
/// The last calls of a watching. They wait for no outage to end, as the others do: there is only a moment, and a call that fails
/// once may well succeed the next time.
/// </summary>
internal static class FarewellCalls
{
    /// <summary>Makes a call until it is done, as long as there is time. Throws what cannot get better.</summary>
    /// <param name="call">The call; false where something is left to do.</param>
    /// <param name="clock">The clock that is waited by between two of them.</param>
    /// <param name="token">Cancelled when the time is over.</param>
    internal static async Task RepeatAsync(Func<CancellationToken, Task<bool>> call, TimeProvider clock, CancellationToken token)
    {
        while (true)
        {
            try
            {
                if (await call(token).ConfigureAwait(false))
                    return;
            }
            catch (TrailSourceException e) when (e.Fault.Kind is TrailFaultKind.Connection or TrailFaultKind.Throttled)
            {
                // As where some of it was not done: it is made again.
            }
            await Task.Delay(WatchLimits.FirstDeletionWait, clock, token).ConfigureAwait(false);
        }
    }
}
