using System.Globalization;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sources;
using IncidentTrail.Sources.History;
using IncidentTrail.Texts;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The loop that reads sources one after another: each is read as far as is needed, its events are taken on the
/// pipeline's thread, and what is wrong with it is one error.</summary>
/// <param name="run">The cmdlet's run.</param>
/// <param name="session">The session that reads.</param>
/// <param name="query">The session's query.</param>
/// <param name="take">Takes events that were read together.</param>
/// <param name="checkpoint">What was given before, and is not given again; null where that is not kept.</param>
internal sealed class EventReading(
    CmdletRun run, TrailSession session, TrailQuery query, Action<TrailBatch> take, GivenCheckpoint? checkpoint = null)
{
    private readonly PacedProgress _progress = new(run, "Reading CloudTrail logs");

    /// <summary>True where nothing more need be read.</summary>
    internal bool IsSatisfied => session.IsSatisfied;

    /// <summary>The source of AWS's that was read last, which Event history completes where it is asked for; null where none was.</summary>
    internal string? Completed { get; private set; }

    /// <summary>Opens a source of AWS's, reads it, and closes it.</summary>
    internal void Read(Func<ITrailSource> open) => run.Open(open, source =>
    {
        Read(source);
        Completed = source.Name;
    });

    /// <summary>Reads a source to its end, or as far as is needed.</summary>
    internal void Read(ITrailSource source) => run.Guard(() =>
    {
        var wanted = checkpoint is null ? source : checkpoint.NewOf(source);
        foreach (var batch in session.ReadAsync(wanted, run.StopToken).ToBlockingEnumerable(run.StopToken))
        {
            Take(batch);
            checkpoint?.WriteIfDue();
            _progress.Show(() => ProgressOf(source));
        }
    });

    /// <summary>Opens Event history and reads it; again until an event appears, where that is to be waited for.</summary>
    internal void ReadHistory(Func<ITrailSource> open, Func<HistoryWait>? wait) => run.Open(open, source =>
    {
        var waiting = wait?.Invoke();
        if (waiting is not null && session.DoubtAhead() is { } doubt)
            run.Write(doubt);
        var coverage = session.Coverage;
        Read(source);
        while (waiting is not null && coverage.RecordsKept == 0 && coverage.Faults.Count == 0)
        {
            if (!waiting.AgainAsync(run.StopToken).GetAwaiter().GetResult())
            {
                coverage.AccountOf(source).Entry.Note(waiting.Expiry);
                run.Cmdlet.WriteWarning(waiting.Expiry);
                return;
            }
            Read(source);
        }
    });

    /// <summary>Takes an event that the pipeline brings, by the filters given.</summary>
    internal void Accept(TrailEvent trailEvent) => Take(session.Accept(trailEvent));

    /// <summary>Ends the reading, and gives the events that were held to be sorted.</summary>
    internal void Finish()
    {
        _progress.Hide();
        Take(session.FinishBatch());
        session.Conclude();
        if (session.Doubt() is { } doubt)
            run.Write(doubt);
    }

    // The events first: where an error ends the command, what was read before it has been given.
    private void Take(TrailBatch batch)
    {
        take(batch);
        foreach (var notice in batch.Notices)
            run.Write(notice);
    }

    private (string Status, int Percent, string? Operation) ProgressOf(ITrailSource source)
    {
        var coverage = session.Coverage;
        var status = string.Create(
            CultureInfo.CurrentCulture,
            $"{coverage.LogsRead:N0} {Counted.Noun(coverage.LogsRead, "log")}, {coverage.RecordsRead:N0} {Counted.Noun(coverage.RecordsRead, "record")}, {coverage.RecordsKept:N0} kept");
        return source.Name == HistoryProgress.SourceName && HistoryProgress.Of(coverage, query, DateTime.UtcNow) is var (percent, backToUtc)
            ? (status, percent, string.Create(CultureInfo.CurrentCulture, $"{source.Name}, back to {backToUtc.ToLocalTime():g}"))
            : (status, -1, source.Name);
    }
}
