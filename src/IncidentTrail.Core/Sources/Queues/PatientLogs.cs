namespace IncidentTrail.Sources.Queues;

/// <summary>
/// Opens the logs that messages name, and waits while S3 does not answer or credentials have expired: a message that was let go
/// for that would come again and again, until the queue takes it for a bad one and moves it away. What waits holds up what comes
/// behind it, so that few messages more are received meanwhile. A log that fails though another can be had is given up.
/// </summary>
/// <param name="logs">The logs.</param>
/// <param name="say">Told of an outage, once, and of its end.</param>
/// <param name="clock">The clock that is waited by.</param>
/// <param name="draw">A number from 0 up to 1.</param>
internal sealed class PatientLogs(INamedLogs logs, Action<TrailNotice> say, TimeProvider clock, Func<double> draw) : INamedLogs
{
    // One for all buckets: a message may name a bucket that nobody has.
    private readonly OutageGate _gate = new("S3", say, clock, draw) { WaitsForCredentials = true };
    private volatile TrailLog? _latest;

    public int AtOnce => logs.AtOnce;

    /// <summary>The same without the waiting: for a look before which no other log is asked for, so that nothing would tell an outage.</summary>
    internal INamedLogs Impatient => logs;

    /// <inheritdoc cref="OutageGate.Outage"/>
    internal TrailNotice? Outage => _gate.Outage;

    public async ValueTask<Stream> OpenAsync(TrailLog log, CancellationToken token)
    {
        while (true)
        {
            try
            {
                var stored = await _gate.CallAsync(stop => logs.OpenAsync(log, stop).AsTask(), WatchLimits.FailuresOfOneLog, token).ConfigureAwait(false);
                _latest = log;
                return stored;
            }
            catch (TrailSourceException e) when (_gate.IsOutage(e.Fault))
            {
                if (!await AnswersAsync(token).ConfigureAwait(false))
                    continue;
                _gate.Answers();
                throw;
            }
        }
    }

    public void Dispose() => logs.Dispose();

    // Whoever has opened all that there was to open asks for nothing any more, and the log that fails would wait for ever: one that
    // could be had tells whether there is an outage.
    private async ValueTask<bool> AnswersAsync(CancellationToken token)
    {
        if (_latest is not { } latest)
            return false;
        try
        {
            await using var stored = await logs.OpenAsync(latest, token).ConfigureAwait(false);
            return true;
        }
        catch (TrailSourceException e)
        {
            return !_gate.IsOutage(e.Fault);
        }
    }
}
