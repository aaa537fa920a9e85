using System.Diagnostics;
using System.Management.Automation;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>What a long reading shows of itself, seldom enough to cost nothing.</summary>
internal sealed class ReadingProgress(Cmdlet cmdlet, TrailCoverage coverage)
{
    private const int Interval = 250;
    private const string Activity = "Reading CloudTrail logs";

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private bool _shown;

    /// <summary>Shows how far a source has been read, where that was not shown a moment ago.</summary>
    public void Show(ITrailSource source, TrailQuery query)
    {
        if (_since.ElapsedMilliseconds < Interval)
            return;
        _since.Restart();
        _shown = true;
        var progress = new ProgressRecord(
            1, Activity, $"{coverage.LogsRead:N0} logs, {coverage.RecordsRead:N0} records, {coverage.RecordsKept:N0} kept")
        {
            CurrentOperation = source.Name,
        };
        if (source.Name == HistoryProgress.SourceName && HistoryProgress.Of(coverage, query, DateTime.UtcNow) is var (percent, backToUtc))
        {
            progress.PercentComplete = percent;
            progress.CurrentOperation = $"{source.Name}, back to {backToUtc.ToLocalTime():g}";
        }
        cmdlet.WriteProgress(progress);
    }

    /// <summary>Takes away what was shown.</summary>
    public void Hide()
    {
        if (_shown)
            cmdlet.WriteProgress(new ProgressRecord(1, Activity, "done") { RecordType = ProgressRecordType.Completed });
    }
}
