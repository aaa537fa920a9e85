using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Filtering;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail;

/// <summary>
/// One invocation's reading of one or more sources: it filters, delivers each event once, stops at the number asked for,
/// and accounts for every record in its <see cref="TrailCoverage"/>. Not for several threads at once.
/// </summary>
public sealed class TrailSession
{
    private readonly TrailQuery _query;
    private readonly TrailFilter _filter;
    private readonly DuplicateTable _delivered = new();
    private readonly LogAccount _logs;
    private readonly OldestEvents? _oldest;
    private TrailFilter? _pipelineFilter;
    private long _remaining;
    private bool _stopped;

    /// <summary>Makes a session for a query; its counts go to the coverage.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="coverage">What the counts go to.</param>
    /// <exception cref="FormatException">A filter cannot be understood, such as a CIDR block.</exception>
    public TrailSession(TrailQuery query, TrailCoverage coverage)
    {
        _query = query;
        Coverage = coverage;
        _logs = new LogAccount(coverage);
        _filter = new TrailFilter(query);
        _remaining = query.MaxEvents ?? long.MaxValue;
        _oldest = query.Oldest ? new OldestEvents(query.MaxEvents) : null;
    }

    /// <summary>What has been read, and what could not be.</summary>
    public TrailCoverage Coverage { get; }

    /// <summary>True where as many events as asked for have been delivered: nothing more need be read.</summary>
    public bool IsSatisfied => _oldest is null && _remaining <= 0;

    /// <summary>Reads a source. With <see cref="TrailQuery.Oldest"/> the batches hold notices, and the events wait for <see cref="Finish"/>.</summary>
    public async IAsyncEnumerable<TrailBatch> ReadAsync(ITrailSource source, [EnumeratorCancellation] CancellationToken token)
    {
        var entry = Coverage.Source(source.Name);
        if (IsSatisfied)
        {
            _stopped = true;
            yield break;
        }
        bool hasNext = true, ended = false;
        var reader = new OrderedReader(source, _query, _filter, Coverage, token);
        var pace = new DeliveryPace(reader);
        try
        {
            LogJob? job = null;
            while (hasNext && !IsSatisfied)
            {
                var coming = job is null ? reader.Jobs.WaitToReadAsync(token).AsTask() : job.Reader.WaitToReadAsync(token).AsTask();
                if (await pace.IsDueBeforeAsync(coming).ConfigureAwait(false))
                {
                    foreach (var given in pace.Give())
                        yield return given;
                }
                var more = await coming.ConfigureAwait(false);
                if (job is null)
                {
                    hasNext = more;
                    if (reader.Jobs.TryRead(out job) && _logs.Begin(job.Item) is { } notice)
                        pace.Hold(new TrailBatch([], [notice]));
                }
                else if (!more)
                {
                    if (_logs.End(job, entry) is { } fault)
                        pace.Hold(new TrailBatch([], [fault]));
                    job = null;
                }
                else if (job.Reader.TryRead(out var batch))
                {
                    job.IsForeign |= batch.IsForeign;
                    pace.Hold(Account(batch, entry, job.Item.Log!), batch);
                }
            }
            foreach (var given in pace.Give())
                yield return given;
            ended = !hasNext;
        }
        finally
        {
            _stopped |= !ended;
            entry.IsComplete = ended && Coverage.Faults.Count == 0;
            await reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Takes an event that the pipeline brings: filters it by what the query names, and gives it unless it repeats one.
    /// Nobody knows what was filtered out before it, and the coverage says so.
    /// </summary>
    public TrailBatch Accept(TrailEvent trailEvent)
    {
        _pipelineFilter ??= new TrailFilter(_query, chosenBefore: true);
        var entry = Coverage.Pipeline();
        var notices = new List<TrailNotice>();
        var verdict = _pipelineFilter.Judge(trailEvent);
        if (verdict != FilterVerdict.Keep)
        {
            Coverage.RecordsRead++;
            Coverage.RecordsDropped++;
            Coverage.RecordsWithoutTime += verdict == FilterVerdict.DropWithoutTime ? 1 : 0;
            return new TrailBatch([], notices);
        }
        if (!IsNew(trailEvent.Key, trailEvent.Record, trailEvent.SourceLog, trailEvent.Index, notices))
            return new TrailBatch([], notices);
        _remaining--;
        Coverage.RecordsLate += trailEvent.Late ? 1 : 0;
        Count(1, entry, trailEvent.SourceLog);
        if (_oldest is null)
            return new TrailBatch([trailEvent], notices);
        _oldest.Add(trailEvent);
        return new TrailBatch([], notices);
    }

    /// <summary>Ends the reading: gives the events that were held to be sorted, and states whether all was read.</summary>
    public IReadOnlyList<TrailEvent> Finish()
    {
        Coverage.IsComplete = !_stopped && Coverage.Faults.Count == 0 && !Coverage.HasPipeline;
        return _oldest?.Sorted() ?? [];
    }

    private TrailBatch Account(RecordBatch batch, TrailSourceCoverage entry, TrailLog log)
    {
        var coverage = Coverage;
        var notices = new List<TrailNotice>();
        foreach (var fault in batch.Faults)
        {
            coverage.Report(fault);
            notices.Add(TrailNotice.Fault(fault));
        }
        KeepNew(batch, log, notices);
        coverage.RecordsDropped += batch.Dropped;
        coverage.RecordsWithoutTime += batch.WithoutTime;
        coverage.RecordsInvalid += batch.Invalid;
        coverage.RecordsRead += batch.Dropped;
        coverage.BytesCompressed += batch.Stored;
        coverage.BytesInflated += batch.Inflated;
        Count(batch.Records.Count, entry, log);
        var events = new BatchEvents(batch, log);
        if (_oldest is null)
            return new TrailBatch(events, notices);
        foreach (var held in events)
            _oldest.Add(held);
        return new TrailBatch([], notices);
    }

    // Leaves in the batch the records that repeat none delivered before, and no more than are still wanted.
    [MethodImpl(Jit.Hot)]
    private void KeepNew(RecordBatch batch, TrailLog log, List<TrailNotice> notices)
    {
        var kept = 0;
        var records = CollectionsMarshal.AsSpan(batch.Records);
        _delivered.Touch(records);
        for (var i = 0; i < records.Length && !IsSatisfied; i++)
        {
            if (!IsNew(records[i].Key, batch.BytesOf(records[i]), log, records[i].Index, notices))
                continue;
            Coverage.RecordsLate += records[i].IsLate ? 1 : 0;
            records[kept++] = records[i];
            _remaining--;
        }
        batch.Records.RemoveRange(kept, records.Length - kept);
    }

    // True for an event that repeats none delivered before; one that does is counted.
    [MethodImpl(Jit.Hot)]
    private bool IsNew(EventKey? key, scoped in RecordBytes record, TrailLog log, int index, List<TrailNotice> notices)
    {
        if (_delivered.TryAdd(key, log, index, out var first))
            return true;
        Coverage.RecordsRead++;
        Coverage.RecordsDuplicate++;
        if (first.SameContent || !IsLogFile(first.Log) || !IsLogFile(log))
            return false;
        Coverage.RecordsConflicting++;
        notices.Add(TrailNotice.Warning(
            $"Event {RecordText.Get(record.Get(RecordField.EventId))} is written differently in {first.Log.Location}#{first.Index} and in {log.Location}#{index}: one copy may have been edited. The first was delivered."));
        return false;
    }

    private void Count(int kept, TrailSourceCoverage entry, TrailLog log)
    {
        Coverage.RecordsKept += kept;
        Coverage.RecordsRead += kept;
        entry.EventCount += kept;
        if (LogAccount.ReachOf(entry, log) is { } reach)
            reach.EventCount += kept;
    }

    private static bool IsLogFile(TrailLog log) => log.Kind != TrailLogKind.EventHistory;
}
