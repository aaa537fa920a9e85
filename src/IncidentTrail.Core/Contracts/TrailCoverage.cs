using IncidentTrail.Contracts;
using IncidentTrail.Texts;

namespace IncidentTrail;

/// <summary>
/// What an answer rests on: what was listed, read, dropped and could not be read. It is live: its counts grow while the
/// reading goes on. Always <c>RecordsRead = RecordsKept + RecordsDropped + RecordsDuplicate</c>; invalid records are
/// counted beside it.
/// </summary>
public sealed class TrailCoverage
{
    /// <summary>Makes the coverage of one answer, of which nothing has been read yet.</summary>
    public TrailCoverage() => Account = new CoverageAccount(this);

    /// <summary>Who writes it.</summary>
    internal CoverageAccount Account { get; }

    /// <summary>Log files found so far. The answers of Event history are none.</summary>
    public long LogsListed { get; internal set; }

    /// <summary>Log files read to their end.</summary>
    public long LogsRead { get; internal set; }

    /// <summary>Log files that could not be opened or not be read to their end.</summary>
    public long LogsFailed { get; internal set; }

    /// <summary>Files that are no event logs and were left alone: digests, other services' logs.</summary>
    public long LogsSkipped { get; internal set; }

    /// <summary>Log files left out since they are not what CloudTrail signed; only with <c>-RequireValid</c>.</summary>
    public long LogsInvalid { get; internal set; }

    /// <summary>Log files left out since no valid digest vouches for them; only with <c>-RequireValid</c>.</summary>
    public long LogsNotCovered { get; internal set; }

    /// <summary>True where only logs were read that are proven to be what CloudTrail signed, with <c>-RequireValid</c>.</summary>
    public bool RequiresValid { get; internal set; }

    /// <summary>Records met: kept, dropped and duplicate ones together.</summary>
    public long RecordsRead { get; internal set; }

    /// <summary>Records delivered (with <c>-Oldest</c>: that passed the filters).</summary>
    public long RecordsKept { get; internal set; }

    /// <summary>
    /// Records that the filters rejected, also those that hold no text that every match holds: in gzip data whose checksum is right these are not
    /// parsed, and so a broken record of a service that is not asked for is one of them.
    /// </summary>
    public long RecordsDropped { get; internal set; }

    /// <summary>Records that repeat one already delivered.</summary>
    public long RecordsDuplicate { get; internal set; }

    /// <summary>Those of the duplicates that say something else than the one delivered: one of the copies may have been edited.</summary>
    public long RecordsConflicting { get; internal set; }

    /// <summary>
    /// Pieces that are not valid JSON, or not a CloudTrail record. Not part of <see cref="RecordsRead"/>. All of a log's with <c>-AllServices</c>, and
    /// where no checksum speaks for it; else those that may match.
    /// </summary>
    public long RecordsInvalid { get; internal set; }

    /// <summary>Records dropped because a window was given and they have no readable time. Part of the dropped.</summary>
    public long RecordsWithoutTime { get; internal set; }

    /// <summary>Delivered records that came late: an addendum says so, or they completed an earlier one.</summary>
    public long RecordsLate { get; internal set; }

    /// <summary>Bytes read, as stored.</summary>
    public long BytesCompressed { get; internal set; }

    /// <summary>Bytes after inflation.</summary>
    public long BytesInflated { get; internal set; }

    /// <summary>The newest delivery time in the names of the logs read, in local time; null where no name tells.</summary>
    public DateTime? NewestDelivery => NewestDeliveryUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? NewestDeliveryUtc { get; internal set; }

    /// <summary>True where the sources hold logs and everything they hold for the query was read to its end, without a fault or a stop.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>Everything that could not be read, in order.</summary>
    public TrailList<TrailFault> Faults { get; } = [];

    /// <summary>The sources, in the order they were first asked, with what each says of itself.</summary>
    public TrailList<TrailSourceCoverage> Sources { get; } = [];

    /// <summary>The first entry of that name; null where no such source was asked.</summary>
    public TrailSourceCoverage? Find(string name) => Sources.FirstOrDefault(source => source.Name == name);

    /// <summary>Begins the entry of a source.</summary>
    internal TrailSourceCoverage Open(string name)
    {
        var entry = new TrailSourceCoverage(name, this);
        Sources.Append(entry);
        return entry;
    }

    /// <summary>True where a report was among what was read.</summary>
    internal bool HoldsReport { get; set; }

    /// <summary>Notes a fault: with one, the answer is not complete.</summary>
    internal void Report(TrailFault fault) => Faults.Append(fault);

    /// <summary>The counts in one line.</summary>
    public override string ToString() =>
        $"{LogsRead} of {LogsListed} logs read, {LogsFailed} failed, {LogsSkipped} skipped"
        + (RequiresValid ? $", {LogsInvalid} invalid and {LogsNotCovered} not covered left out" : "") + $"; {RecordsRead} {Counted.Noun(RecordsRead, "record")}: "
        + $"{RecordsKept} kept, {RecordsDropped} dropped, {RecordsDuplicate} duplicate"
        + (RecordsConflicting > 0 ? $" ({RecordsConflicting} of them conflicting)" : "") + $"; {RecordsInvalid} invalid; "
        + (IsComplete ? "complete" : "not complete");
}
