using System.Runtime.CompilerServices;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>The loop that reads sources one after another, for every cmdlet that reads events: each source is opened, read as
/// far as is needed and closed, and what is wrong with it is one error.</summary>
public abstract class TrailReadingCommand : TrailHistoryCommand
{
    private readonly PacedProgress _progress;
    private TrailQuery? _query;
    private TrailSession? _session;
    private string? _completed;

    /// <summary>Makes the cmdlet.</summary>
    private protected TrailReadingCommand() => _progress = new PacedProgress(this, "Reading CloudTrail logs");

    /// <summary>True where nothing more need be read.</summary>
    private protected bool IsSatisfied => _session!.IsSatisfied;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        HintAtRegions();
        _query = MakeSourceQuery();
        _session = OpenSession(_query);
        PublishCoverage();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (EventHistory)
            Open(() => OpenHistory(ParameterSetName == HistorySet ? null : _completed ?? "the bucket"), ReadHistory);
        _progress.Hide();
        foreach (var trailEvent in _session!.Finish())
            Take(trailEvent);
        Finish();
        WriteVerbose(Coverage.ToString());
    }

    /// <summary>How long to wait for an event to appear in Event history; null not to wait.</summary>
    private protected virtual HistoryWait? BeginWait() => null;

    /// <summary>The query of the bound parameters.</summary>
    private protected virtual TrailQuery MakeSourceQuery() => MakeQuery();

    /// <summary>Takes an event, on the pipeline's thread.</summary>
    private protected abstract void Take(TrailEvent trailEvent);

    /// <summary>Gives what can only be given at the end.</summary>
    private protected virtual void Finish()
    {
    }

    /// <summary>Reads a source to its end, or as far as is needed.</summary>
    private protected void Read(ITrailSource source) => Guard(() =>
    {
        foreach (var batch in _session!.ReadAsync(source, StopToken).ToBlockingEnumerable(StopToken))
        {
            Take(batch);
            _progress.Show(() => ProgressOf(source));
        }
    });

    /// <summary>Takes an event that the pipeline brings, by the filters given.</summary>
    private protected void Accept(TrailEvent trailEvent) => Take(_session!.Accept(trailEvent));

    /// <summary>Takes the events of a batch, on the pipeline's thread.</summary>
    [MethodImpl(Jit.Hot)]
    private protected virtual void TakeEvents(TrailBatch batch)
    {
        var events = batch.Events;
        for (var i = 0; i < events.Count; i++)
            Take(events[i]);
    }

    // The events first: where an error ends the command, what was read before it has been given.
    private void Take(TrailBatch batch)
    {
        TakeEvents(batch);
        foreach (var notice in batch.Notices)
            Write(notice);
    }

    private protected void ReadBucket(TrailBucket bucket) => Open(() => AwsAdapter.Connector.OpenBucket(Connection, bucket, StopToken), Complete);

    // Event history, where it is asked for, goes on from where this source ends.
    private protected void Complete(ITrailSource source)
    {
        Read(source);
        _completed = source.Name;
    }

    private void ReadHistory(ITrailSource source)
    {
        var wait = BeginWait();
        Read(source);
        while (wait is not null && Coverage.RecordsKept == 0 && Coverage.Faults.Count == 0)
        {
            if (!wait.AgainAsync(StopToken).GetAwaiter().GetResult())
            {
                Coverage.Source(source.Name).Note(wait.Expiry);
                WriteWarning(wait.Expiry);
                return;
            }
            Read(source);
        }
    }

    private (string Status, int Percent, string? Operation) ProgressOf(ITrailSource source)
    {
        var status = $"{Coverage.LogsRead:N0} logs, {Coverage.RecordsRead:N0} records, {Coverage.RecordsKept:N0} kept";
        return source.Name == HistoryProgress.SourceName && HistoryProgress.Of(Coverage, _query!, DateTime.UtcNow) is var (percent, backToUtc)
            ? (status, percent, $"{source.Name}, back to {backToUtc.ToLocalTime():g}")
            : (status, -1, source.Name);
    }
}
