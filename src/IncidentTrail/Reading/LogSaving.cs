using System.Globalization;
using IncidentTrail.Contracts;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sources;
using IncidentTrail.Sources.History;
using IncidentTrail.Sources.Places;
using IncidentTrail.Sources.Saving;
using IncidentTrail.Texts;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>
/// The loop that saves the logs of sources in a folder: many at once, told of in the order of the list, whichever is whole
/// first.
/// </summary>
/// <param name="run">The cmdlet's run.</param>
/// <param name="query">What is asked of the sources.</param>
/// <param name="folder">The folder.</param>
/// <param name="force">Replaces files that are not what the bucket holds now.</param>
/// <param name="passThru">Gives the saved logs.</param>
/// <param name="checkpoint">What was saved before, and is not saved again; null where the folder alone tells.</param>
internal sealed class LogSaving(
    CmdletRun run, TrailQuery query, string folder, bool force, bool passThru, GivenCheckpoint? checkpoint = null) : IDisposable
{
    private readonly int _ahead = 2 * (query.ThrottleLimit ?? CmdletLimits.DownloadsAtOnce);
    private readonly Queue<Task<SavedLog>> _running = new();
    private readonly Dictionary<SavedLogOutcome, long> _counts = [];
    private readonly PacedProgress _progress = new(run, "Saving CloudTrail logs");
    private readonly FaultTally _faults = new();
    private readonly LogCopy _copy = new(folder, force);
    private bool _isDeclined;
    private bool _hasFaults;

    /// <summary>Opens a bucket or trail, and saves what it lists.</summary>
    internal void Save(Func<ITrailSource> open) => run.Open(open, source =>
    {
        var coverage = new TrailCoverage();
        var wanted = checkpoint is null ? source : checkpoint.NewOf(source);
        foreach (var item in wanted.ListAsync(query, coverage.AccountOf(source).Entry, run.StopToken).ToBlockingEnumerable(run.StopToken))
            Take(item);
        Drain(0);
        if (!_isDeclined)
            checkpoint?.Checkpoint.EndPass(isWhole: !_hasFaults);
        checkpoint?.Write();
    });

    /// <summary>Opens Event history, and saves what it answers.</summary>
    internal void SaveHistory(Func<ITrailSource> open)
    {
        if (!run.Cmdlet.ShouldProcess("Event history", $"Save below {folder}"))
            return;
        var copy = new HistoryCopy(folder, isNew: checkpoint is null ? null : checkpoint.Checkpoint.IsNewLine);
        run.Open(open, source =>
        {
            checkpoint?.Checkpoint.BeginPass(query);
            Write(copy, source);
            checkpoint?.Checkpoint.SavedLines();
            checkpoint?.Write();
        });
        foreach (var file in copy.Files)
        {
            run.Cmdlet.WriteVerbose($"{file.Location} is saved. No digest vouches for it: CloudTrail signs none of Event history.");
            if (passThru)
                run.Cmdlet.WriteObject(file);
        }
    }

    /// <summary>Ends the saving.</summary>
    /// <param name="withCounts">True to say how many logs were saved, and how many were there.</param>
    internal void Finish(bool withCounts)
    {
        _progress.Hide();
        _faults.Rest().ForEach(run.Report);
        if (withCounts)
        {
            run.Cmdlet.WriteVerbose(
                $"{folder}: {Count(SavedLogOutcome.Saved)} saved, {Count(SavedLogOutcome.Replaced)} replaced, "
                + $"{Count(SavedLogOutcome.Present)} were there, {Count(SavedLogOutcome.Failed)} failed.");
        }
    }

    /// <summary>Waits for what has been stopped, and closes the copy.</summary>
    public void Dispose()
    {
        Task.WhenAll(_running).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _copy.Dispose();
    }

    private void Write(HistoryCopy copy, ITrailSource source)
    {
        var coverage = new TrailCoverage();
        foreach (var notice in copy.WriteAsync(source, query, coverage, run.StopToken).ToBlockingEnumerable(run.StopToken))
        {
            if (notice is not null)
                run.Write(notice);
            else if (HistoryProgress.Of(coverage, query, DateTime.UtcNow) is var (percent, _))
                _progress.Show(() => (string.Create(CultureInfo.CurrentCulture, $"{coverage.RecordsRead:N0} {Counted.Noun(coverage.RecordsRead, "record")} of Event history"), percent, null));
        }
    }

    private void Take(TrailSourceItem item)
    {
        var stop = run.StopToken;
        if (item is SourceNotice said)
        {
            _hasFaults |= said.Notice.Kind == TrailNoticeKind.Fault;
            run.Write(said.Notice);
        }
        else if (item is FoundLog found && (_copy.IsPresent(found.Log) || run.Cmdlet.ShouldProcess(found.Log.Location, $"Save below {folder}")))
            _running.Enqueue(Task.Run(() => _copy.SaveAsync(found, stop), stop));
        else if (item is FoundLog declined)
        {
            _isDeclined = true;
            checkpoint?.Checkpoint.PassedOver(declined.Log);
        }
        else if (item is SkippedLog empty && LogPlace.Of(empty.Log) == LogPlaceKind.Empty)
            LayEmpty(empty.Log);
        else if (item is SkippedLog skipped && checkpoint?.Checkpoint.IsKnown(skipped.Log) == true)
            checkpoint.Checkpoint.Done(skipped.Log);
        Drain(_ahead);
        ShowProgress();
    }

    // The source warns of it.
    private void LayEmpty(TrailLog log)
    {
        if (run.Cmdlet.ShouldProcess(log.Location, $"Save below {folder}") && _copy.LayEmpty(log) is { } fault && _faults.IsNamed(fault))
            run.Report(fault);
    }

    private void Drain(int most)
    {
        while (_running.TryPeek(out var first) && (first.IsCompleted || _running.Count > most))
        {
            var saved = first.GetAwaiter().GetResult();
            _running.Dequeue();
            _counts[saved.Outcome] = Count(saved.Outcome) + 1;
            if (saved.Fault is { } fault && _faults.IsNamed(fault))
                run.Report(fault);
            if (passThru && saved.Copy is { } copy)
                run.Cmdlet.WriteObject(copy);
            Note(saved);
            ShowProgress();
        }
    }

    private void Note(SavedLog saved)
    {
        if (saved.Outcome == SavedLogOutcome.Failed)
            checkpoint?.Checkpoint.Failed(saved.Source);
        else
            checkpoint?.Checkpoint.Done(saved.Source);
        checkpoint?.WriteIfDue();
    }

    private long Count(SavedLogOutcome outcome) => _counts.GetValueOrDefault(outcome);

    private void ShowProgress() =>
        _progress.Show(() => (string.Create(CultureInfo.CurrentCulture, $"{Count(SavedLogOutcome.Saved):N0} saved, {Count(SavedLogOutcome.Present):N0} were there"), -1, null));
}
