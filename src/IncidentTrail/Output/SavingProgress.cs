using System.Diagnostics;
using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>What a long saving shows of itself, seldom enough to cost nothing.</summary>
internal sealed class SavingProgress(Cmdlet cmdlet)
{
    private const int Interval = 250;
    private const string Activity = "Saving CloudTrail logs";

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private bool _shown;

    /// <summary>Shows how far it is, where that was not shown a moment ago.</summary>
    /// <param name="status">What was done.</param>
    /// <param name="percent">How much of all; -1 where that is not known.</param>
    public void Show(string status, int percent = -1)
    {
        if (_since.ElapsedMilliseconds < Interval)
            return;
        _since.Restart();
        _shown = true;
        cmdlet.WriteProgress(new ProgressRecord(1, Activity, status) { PercentComplete = percent });
    }

    /// <summary>Takes away what was shown.</summary>
    public void Hide()
    {
        if (_shown)
            cmdlet.WriteProgress(new ProgressRecord(1, Activity, "done") { RecordType = ProgressRecordType.Completed });
    }
}
