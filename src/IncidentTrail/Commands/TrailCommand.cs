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
