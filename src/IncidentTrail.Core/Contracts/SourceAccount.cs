namespace IncidentTrail.Contracts;

/// <summary>The account of one source: what it listed, what became of each log and record, and whether its end was reached.</summary>
internal sealed class SourceAccount(CoverageAccount whole, TrailSourceCoverage entry)
{
    private readonly TrailCoverage _coverage = whole.Coverage;
    private bool _hasGap;

    /// <summary>What the source says of itself.</summary>
    internal TrailSourceCoverage Entry => entry;

    /// <summary>Counts a log that the source found.</summary>
    internal void Found(TrailLog log) => _coverage.LogsListed += IsAnswer(log) ? 0 : 1;

    /// <summary>Takes back the count of a log that failed: it is read once more.</summary>
    internal void TriedAgain() => _coverage.LogsFailed--;

    /// <summary>Counts a file that the source found and left alone.</summary>
    internal void Skipped(TrailLog log)
    {
        Found(log);
        _coverage.LogsSkipped += IsAnswer(log) ? 0 : 1;
    }

    /// <summary>Counts a log that was found and left out, since it is not proven.</summary>
    internal void Unproven(TrailLog log)
    {
        Found(log);
        if (log.Integrity == TrailLogIntegrity.Invalid)
            _coverage.LogsInvalid++;
        else
            _coverage.LogsNotCovered++;
        _hasGap = true;
        whole.Cut();
    }

    /// <summary>Counts a log that has come to its end; gives what is to be said of it.</summary>
    /// <param name="log">The log.</param>
    /// <param name="ending">What became of it.</param>
    /// <param name="isTriedAgain">True where it failed before, which has been said.</param>
    internal TrailNotice? Ended(TrailLog log, LogEnding ending, bool isTriedAgain = false)
    {
        var count = IsAnswer(log) ? 0 : 1;
        if (ending.Fault is { } fault)
        {
            _coverage.LogsFailed += count;
            return isTriedAgain ? null : whole.SayOfLog(fault);
        }
        if (ending.IsForeign)
            _coverage.LogsSkipped += count;
        else if (ending.IsWhole)
            _coverage.LogsRead += count;
        else
            _coverage.LogsFailed += count;
        // What is asked now is followed from page to page by whoever asks.
        if (ending.IsAnswerOpen is { } isOpen && count > 0)
            whole.Answered(log.Location, isOpen);
        if (log.DeliveryTimeUtc is { } delivery)
        {
            if (!(delivery <= _coverage.NewestDeliveryUtc))
                _coverage.NewestDeliveryUtc = delivery;
            ReachOf(log)?.Extend(delivery);
        }
        return isTriedAgain ? TrailNotice.Verbose($"{log.Location} could be read at last.") : null;
    }

    /// <summary>Counts records that were met; each is then kept, dropped, a duplicate, or not wanted any more.</summary>
    internal void Read(long records) => _coverage.RecordsRead += records;

    /// <summary>Takes back records that nobody looked at, since as many as asked for had been delivered.</summary>
    internal void Unread(long records) => _coverage.RecordsRead -= records;

    internal void Dropped(long records, long withoutTime)
    {
        _coverage.RecordsDropped += records;
        _coverage.RecordsWithoutTime += withoutTime;
    }

    internal void Kept(long records, long late, TrailLog log)
    {
        _coverage.RecordsKept += records;
        _coverage.RecordsLate += late;
        entry.EventCount += records;
        if (ReachOf(log) is { } reach)
            reach.EventCount += records;
    }

    internal void Duplicate(bool conflicts)
    {
        _coverage.RecordsDuplicate++;
        _coverage.RecordsConflicting += conflicts ? 1 : 0;
    }

    /// <inheritdoc cref="CoverageAccount.SayRestOfLogs"/>
    internal List<TrailNotice> SayRestOfLogs() => whole.SayRestOfLogs();

    /// <inheritdoc cref="CoverageAccount.IsCopyNamed"/>
    internal bool IsCopyNamed(string copy, bool conflicts) => whole.IsCopyNamed(copy, conflicts);

    /// <summary>Counts records that the source counted itself.</summary>
    internal void Counted(long kept, long late, long duplicates)
    {
        _coverage.RecordsRead += kept + duplicates;
        _coverage.RecordsKept += kept;
        _coverage.RecordsLate += late;
        _coverage.RecordsDuplicate += duplicates;
        entry.EventCount += kept;
    }

    internal void Invalid(long pieces) => _coverage.RecordsInvalid += pieces;

    internal void Bytes(long stored, long inflated)
    {
        _coverage.BytesCompressed += stored;
        _coverage.BytesInflated += inflated;
    }

    /// <summary>Notes what is said.</summary>
    internal void Say(TrailNotice notice)
    {
        _hasGap |= notice.IsOfGap;
        whole.Say(notice);
    }

    /// <summary>Notes what a log holds; false for a fault that is only counted.</summary>
    internal bool IsSaid(TrailNotice notice)
    {
        _hasGap |= notice.IsOfGap;
        return whole.IsSaid(notice);
    }

    /// <summary>Ends a reading of the source.</summary>
    internal void Close(bool atEnd)
    {
        if (!atEnd)
            whole.Cut();
        entry.IsComplete = atEnd && !_hasGap && _coverage.Faults.Count == 0;
    }

    // What Event history or a table answers is no log file; what was saved of it is one.
    private static bool IsAnswer(TrailLog log) => log.IsRebuilt || log is { Kind: TrailLogKind.EventHistory, Path: null };

    // How far the account and Region of a log reach; null where it tells neither.
    private TrailReach? ReachOf(TrailLog log) =>
        log.AccountId is null && log.Region is null ? null : entry.Reach(log.AccountId, log.Region);
}
