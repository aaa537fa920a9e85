using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sessions;
using IncidentTrail.Sources;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>
/// The loop that reads a source without an end: what comes is given at once, and whatever waits for that is told so; it ends when
/// it is stopped, when its time is over, or when as many events were given as asked for.
/// </summary>
/// <param name="run">The cmdlet's run.</param>
/// <param name="query">What is asked for.</param>
/// <param name="coverage">What is accounted for.</param>
/// <param name="end">When it ends.</param>
/// <param name="heart">Touches the file of a supervisor.</param>
/// <param name="checkpoint">What was given; null where the source keeps that itself.</param>
/// <param name="note">Told of the last events of each batch, before they are given.</param>
internal sealed class WatchReading(
    CmdletRun run, TrailQuery query, TrailCoverage coverage, WatchEnd end, Heartbeat heart, GivenCheckpoint? checkpoint = null,
    Action<TrailEvent>? note = null)
{
    private readonly TrailSession _session = new(query, coverage, checkpoint?.Checkpoint) { Window = new DuplicateWindow(WatchLimits.EventsRemembered) };

    /// <summary>Opens a source, gives what comes, and closes it.</summary>
    internal void Watch(Func<ITrailSource> open) => run.Open(open, source =>
    {
        heart.Beat();
        if (_session.DoubtAhead() is { } doubt)
            run.Write(doubt);
        try
        {
            foreach (var batch in _session.ReadAsync(source, end.Token).ToBlockingEnumerable(end.Token))
            {
                Give(batch);
                heart.Beat();
                checkpoint?.WriteIfDue();
            }
        }
        catch (OperationCanceledException) when (end.IsOver && !run.StopToken.IsCancellationRequested)
        {
            // Its time is over, and that is what was asked for.
            if (source is IWatchedSource { Lack: { } lack })
            {
                coverage.Account.Say(lack);
                run.Write(lack);
            }
        }
    });

    /// <summary>Ends the account.</summary>
    internal void Finish()
    {
        foreach (var notice in _session.FinishBatch().Notices)
            run.Write(notice);
        run.Guard(() => checkpoint?.Write());
        run.Cmdlet.WriteVerbose(coverage.ToString());
    }

    private void Give(TrailBatch batch)
    {
        var events = batch.Events;
        for (var i = Math.Max(0, events.Count - CmdletLimits.EventsRemembered); i < events.Count; i++)
            note?.Invoke(events[i]);
        for (var i = 0; i < events.Count; i++)
            Write(events[i], isLast: i == events.Count - 1, batch);
        foreach (var notice in batch.Notices)
            run.Write(notice);
        batch.Delivery?.Given();
    }

    // Select-Object -First has taken the event by which it ends the pipeline.
    private void Write(TrailEvent given, bool isLast, TrailBatch batch)
    {
        try
        {
            if (checkpoint is null)
                run.Cmdlet.WriteObject(given);
            else
                checkpoint.Give(given);
        }
        catch (Exception e) when (isLast && run.Cmdlet.HasEnough(e))
        {
            batch.Delivery?.Given();
            throw;
        }
    }
}
