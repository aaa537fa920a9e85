using System.Diagnostics;
using System.Management.Automation;

namespace IncidentTrail.PowerShell.Running;

/// <summary>What long work shows of itself, seldom enough to cost nothing.</summary>
internal sealed class PacedProgress(ICmdlet cmdlet, string activity)
{
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private bool _shown;

    /// <summary>Shows how far it is, where that was not shown a moment ago.</summary>
    /// <param name="state">What was done; how much of all, -1 where that is not known; and what is done now. Asked only where
    /// it is shown.</param>
    public void Show(Func<(string Status, int Percent, string? Operation)> state)
    {
        if (_since.ElapsedMilliseconds < CmdletLimits.ProgressInterval)
            return;
        _since.Restart();
        _shown = true;
        var (status, percent, operation) = state();
        cmdlet.WriteProgress(new ProgressRecord(1, activity, status) { PercentComplete = percent, CurrentOperation = operation });
    }

    /// <summary>Takes away what was shown.</summary>
    public void Hide()
    {
        if (_shown)
            cmdlet.WriteProgress(new ProgressRecord(1, activity, "done") { RecordType = ProgressRecordType.Completed });
    }
}
