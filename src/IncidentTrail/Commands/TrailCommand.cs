using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>What every cmdlet of the module shares: stopping at once, and errors that name a remedy.</summary>
public abstract class TrailCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Cancelled by Ctrl+C, by <c>Select-Object -First</c>, and when the cmdlet ends.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Stops what is still running. EndProcessing does not run when a pipeline is stopped; this does.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>Says a fault as an error, after which the rest goes on.</summary>
    internal virtual void Report(TrailFault fault) => WriteError(TrailErrors.Record(fault));

    /// <summary>Works on a source: its faults are one error, and where the pipeline was stopped it ends as PowerShell wants it.</summary>
    private protected void Guard(Action work)
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
    private protected void Open(Func<ITrailSource> open, Action<ITrailSource> work) => Guard(() =>
    {
        var source = open();
        using (source as IDisposable)
            work(source);
    });

    /// <summary>Shows a notice as what it is.</summary>
    private protected void Write(TrailNotice notice)
    {
        switch (notice.Kind)
        {
            case TrailNoticeKind.Fault:
                WriteError(TrailErrors.Record(notice.Detail!));
                break;
            case TrailNoticeKind.Warning:
                WriteWarning(TextForDisplay.Lines(notice.Text));
                break;
            default:
                WriteVerbose(TextForDisplay.Lines(notice.Text));
                break;
        }
    }
}
