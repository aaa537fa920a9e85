using System.Management.Automation;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell.Running;

/// <summary>One run of a cmdlet: it stops at once, and what is wrong with a source is an error after which the rest goes on.</summary>
internal sealed class CmdletRun : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TrailCoverage? _coverage;

    /// <param name="cmdlet">The cmdlet that runs.</param>
    /// <param name="coverage">What its answer rests on; null where it gives none.</param>
    internal CmdletRun(ICmdlet cmdlet, TrailCoverage? coverage = null)
    {
        Cmdlet = cmdlet;
        _coverage = coverage;
    }

    internal ICmdlet Cmdlet { get; }

    /// <summary>The run ends, also where the pipeline was stopped.</summary>
    internal event Action? Ended;

    /// <summary>Cancelled by Ctrl+C, by <c>Select-Object -First</c>, and when the cmdlet ends.</summary>
    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Stops what is under way; called from another thread.</summary>
    internal void Stop() => _stop.Cancel();

    /// <summary>Stops what is still running. EndProcessing does not run when a pipeline is stopped; this does.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        Ended?.Invoke();
    }

    /// <summary>Says a fault as an error.</summary>
    internal void Report(TrailFault fault)
    {
        _coverage?.Account.Say(TrailNotice.Fault(fault));
        Cmdlet.WriteError(TrailErrors.Record(fault));
    }

    /// <summary>Shows a notice as what it is. The coverage knows its fault already.</summary>
    internal void Write(TrailNotice notice)
    {
        switch (notice.Kind)
        {
            case TrailNoticeKind.Fault:
                Cmdlet.WriteError(TrailErrors.Record(notice.Detail!));
                break;
            case TrailNoticeKind.Warning:
                Cmdlet.WriteWarning(notice.Text);
                break;
            default:
                Cmdlet.WriteVerbose(notice.Text);
                break;
        }
    }

    /// <summary>Works on a source: its faults are one error, and where the pipeline was stopped it ends as PowerShell wants it.</summary>
    internal void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (TrailSourceException e)
        {
            Report(e.Fault);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Opens a source, works on it, and closes it whatever happens.</summary>
    internal void Open(Func<ITrailSource> open, Action<ITrailSource> work) => Guard(() =>
    {
        var source = open();
        using (source as IDisposable)
            work(source);
    });
}
