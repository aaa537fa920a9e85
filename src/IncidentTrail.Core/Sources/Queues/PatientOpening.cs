namespace IncidentTrail.Sources.Queues;

/// <summary>
/// Opens logs and waits while their service does not answer. One that fails though another can be had is given up: its fault is its
/// own, and it would hold up all others.
/// </summary>
/// <param name="gate">Closed while the service does not answer.</param>
/// <param name="waitsForFirst">
/// True where one that fails before any was had is waited for, too: others that come meanwhile tell whether it is the service.
/// </param>
internal sealed class PatientOpening(OutageGate gate, bool waitsForFirst)
{
    private volatile Func<CancellationToken, ValueTask<Stream>>? _latest;

    /// <summary>Opens a log.</summary>
    internal async ValueTask<Stream> OpenAsync(Func<CancellationToken, ValueTask<Stream>> open, CancellationToken token)
    {
        while (true)
        {
            try
            {
                var stored = await gate.CallAsync(stop => open(stop).AsTask(), WatchLimits.FailuresOfOneLog, token).ConfigureAwait(false);
                _latest = open;
                return stored;
            }
            catch (TrailSourceException e) when (gate.IsOutage(e.Fault) && (_latest is not null || waitsForFirst))
            {
                if (!await AnswersAsync(token).ConfigureAwait(false))
                    continue;
                gate.Answers();
                throw;
            }
        }
    }

    // Whoever has opened all that there was to open asks for nothing any more, and the log that fails would wait for ever: one that
    // could be had tells whether there is an outage.
    private async ValueTask<bool> AnswersAsync(CancellationToken token)
    {
        if (_latest is not { } latest)
            return false;
        try
        {
            await using var stored = await latest(token).ConfigureAwait(false);
            return true;
        }
        catch (TrailSourceException e)
        {
            return !gate.IsOutage(e.Fault);
        }
    }
}
