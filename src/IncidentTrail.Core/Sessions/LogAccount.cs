namespace IncidentTrail.Sessions;

/// <summary>Accounts for logs: what was found, and what became of each once it was read.</summary>
internal sealed class LogAccount(TrailCoverage coverage)
{
    /// <summary>Counts what a source found; gives what is to be said of it.</summary>
    internal TrailNotice? Begin(TrailSourceItem item)
    {
        if (item.Log is null)
        {
            if (item.Notice!.Detail is { } fault)
                coverage.Report(fault);
            return item.Notice;
        }
        if (IsAnswer(item.Log))
            return null;
        coverage.LogsListed++;
        if (item.Open is null)
            coverage.LogsSkipped++;
        return null;
    }

    /// <summary>Counts a log that has come to its end; gives its fault, where it has one.</summary>
    internal TrailNotice? End(LogJob job, TrailSourceCoverage entry)
    {
        if (job.Item.Open is null)
            return null;
        var isAnswer = IsAnswer(job.Item.Log!);
        if (job.Fault is { } fault)
        {
            coverage.LogsFailed += isAnswer ? 0 : 1;
            coverage.Report(fault);
            return TrailNotice.Fault(fault);
        }
        if (job.IsForeign)
            coverage.LogsSkipped++;
        else if (!isAnswer && job.IsWhole)
            coverage.LogsRead++;
        else if (!isAnswer)
            coverage.LogsFailed++;
        if (job.Item.Log!.DeliveryTimeUtc is { } delivery)
        {
            if (!(delivery <= coverage.NewestDeliveryUtc))
                coverage.NewestDeliveryUtc = delivery;
            ReachOf(entry, job.Item.Log)?.Extend(delivery);
        }
        return null;
    }

    // What Event history answers is no log file; what was saved of it is one.
    private static bool IsAnswer(TrailLog log) => log is { Kind: TrailLogKind.EventHistory, Path: null };

    /// <summary>How far the account and Region of a log reach; null where it tells neither.</summary>
    internal static TrailReach? ReachOf(TrailSourceCoverage entry, TrailLog log) =>
        log.AccountId is null && log.Region is null ? null : entry.Reach(log.AccountId, log.Region);
}
