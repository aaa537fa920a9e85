using System.Diagnostics;
using System.Management.Automation;

namespace IncidentTrail.PowerShell.Running;

/// <summary>What long work shows of itself, seldom enough to cost nothing, and no longer than it runs.</summary>
internal sealed class PacedProgress
{
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly ICmdlet _cmdlet;
    private readonly string _activity;
    private bool _isShown;

    /// <param name="run">The cmdlet's run, at whose end nothing is shown any more.</param>
    /// <param name="activity">What is done.</param>
    internal PacedProgress(CmdletRun run, string activity)
    {
        _cmdlet = run.Cmdlet;
        _activity = activity;
        run.Ended += () => End(_cmdlet.ClearProgress);
    }

    /// <summary>Shows how far it is, where that was not shown a moment ago.</summary>
    /// <param name="state">What was done; how much of all, -1 where that is not known; and what is done now. Asked only where
    /// it is shown.</param>
    public void Show(Func<(string Status, int Percent, string? Operation)> state)
    {
        if (_since.ElapsedMilliseconds < CmdletLimits.ProgressInterval)
            return;
        _since.Restart();
        _isShown = true;
        var (status, percent, operation) = state();
        _cmdlet.WriteProgress(new ProgressRecord(1, _activity, status) { PercentComplete = percent, CurrentOperation = operation });
    }

    /// <summary>Takes away what was shown.</summary>
    public void Hide() => End(_cmdlet.WriteProgress);

    private void End(Action<ProgressRecord> write)
    {
        if (!_isShown)
            return;
        _isShown = false;
        write(new ProgressRecord(1, _activity, "done") { RecordType = ProgressRecordType.Completed });
    }
}
