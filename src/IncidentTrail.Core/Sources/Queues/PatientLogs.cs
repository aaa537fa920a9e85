namespace IncidentTrail.Sources.Queues;

/// <summary>
/// Opens the logs that messages name, and waits while S3 does not answer or credentials have expired: a message that was let go
/// for that would come again and again, until the queue takes it for a bad one and moves it away. What waits holds up what comes
/// behind it, so that few messages more are received meanwhile.
/// </summary>
internal sealed class PatientLogs : INamedLogs
{
    private readonly OutageGate _gate;
    private readonly PatientOpening _opening;

    /// <param name="logs">The logs.</param>
    /// <param name="say">Told of an outage, once, and of its end.</param>
    /// <param name="clock">The clock that is waited by.</param>
    /// <param name="draw">A number from 0 up to 1.</param>
    internal PatientLogs(INamedLogs logs, Action<TrailNotice> say, TimeProvider clock, Func<double> draw)
    {
        Impatient = logs;
        // One for all buckets: a message may name a bucket that nobody has.
        _gate = new OutageGate("S3", say, clock, draw);
        _opening = new PatientOpening(_gate, waitsForFirst: true);
    }

    public int AtOnce => Impatient.AtOnce;

    /// <summary>The same without the waiting: for a look before which no other log is asked for, so that nothing would tell an outage.</summary>
    internal INamedLogs Impatient { get; }

    /// <inheritdoc cref="OutageGate.Outage"/>
    internal TrailNotice? Outage => _gate.Outage;

    public async ValueTask<Stream> OpenAsync(TrailLog log, CancellationToken token)
    {
        var stored = await _opening.OpenAsync(stop => Impatient.OpenAsync(log, stop), token).ConfigureAwait(false);
        // Those that never opened anything are the wrong ones, for which nobody would wait to the end.
        _gate.WaitsForCredentials = true;
        return stored;
    }

    public void Dispose() => Impatient.Dispose();
}
