using System.Management.Automation;
using System.Runtime.CompilerServices;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>The loop that reads sources one after another, for every cmdlet that reads events: each source is opened, read as
/// far as is needed and closed, and what is wrong with it is one error.</summary>
public abstract class TrailReadingCommand : TrailHistoryCommand
{
    private readonly ReadingProgress _progress;
    private TrailQuery? _query;
    private TrailSession? _session;
    private string? _completed;

    /// <summary>Makes the cmdlet.</summary>
    private protected TrailReadingCommand() => _progress = new ReadingProgress(this, Coverage);

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
    private protected void Read(ITrailSource source)
    {
        try
        {
            foreach (var batch in _session!.ReadAsync(source, StopToken).ToBlockingEnumerable(StopToken))
            {
                Take(batch);
                _progress.Show(source, _query!);
            }
        }
        catch (TrailSourceException e)
        {
            Coverage.Report(e.Fault);
            WriteError(TrailErrors.Record(e.Fault));
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Takes an event that the pipeline brings, by the filters given.</summary>
    private protected void Accept(TrailEvent trailEvent) => Take(_session!.Accept(trailEvent));

    // The events first: where an error ends the command, what was read before it has been given.
    [MethodImpl(Jit.Hot)]
    private void Take(TrailBatch batch)
    {
        var events = batch.Events;
        for (var i = 0; i < events.Count; i++)
            Take(events[i]);
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

    /// <summary>Opens a source, reads it, and closes it whatever happens; where it cannot be opened, that is one error.</summary>
    private protected void Open(Func<ITrailSource> open, Action<ITrailSource> read)
    {
        ITrailSource source;
        try
        {
            source = open();
        }
        catch (TrailSourceException e)
        {
            Coverage.Report(e.Fault);
            WriteError(TrailErrors.Record(e.Fault));
            return;
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        try
        {
            using (source as IDisposable)
                read(source);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
