using System.Runtime.CompilerServices;
using IncidentTrail.Filtering;
using IncidentTrail.Reading;
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
    private readonly OldestEvents? _oldest;
    private TrailFilter? _pipelineFilter;
    private long _remaining;
    private bool _stopped;

    /// <summary>Makes a session for a query; its counts go to the coverage.</summary>
    /// <exception cref="FormatException">A filter cannot be understood, such as a CIDR block.</exception>
    public TrailSession(TrailQuery query, TrailCoverage coverage)
    {
        _query = query;
        Coverage = coverage;
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
        var ended = false;
        var reader = new OrderedReader(source, _query, _filter, Coverage, token);
        try
        {
            await foreach (var job in reader.Jobs.ConfigureAwait(false))
            {
                if (Begin(job.Item) is { } notice)
                    yield return new TrailBatch([], [notice]);
                await foreach (var batch in job.Reader.ReadAllAsync(token).ConfigureAwait(false))
                {
                    var delivered = Account(batch, entry, job.Item.Log!);
                    job.IsForeign |= batch.IsForeign;
                    if (delivered.Events.Count > 0 || delivered.Notices.Count > 0)
                        yield return delivered;
                    if (IsSatisfied)
                    {
                        _stopped = true;
                        yield break;
                    }
                }
                if (End(job, entry) is { } fault)
                    yield return new TrailBatch([], [fault]);
            }
            ended = true;
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
        var batch = new RecordBatch();
        var verdict = _pipelineFilter.Judge(trailEvent);
        if (verdict == FilterVerdict.Keep)
            batch.Events.Add(trailEvent);
        else
            batch.Dropped = 1;
        batch.WithoutTime = verdict == FilterVerdict.DropWithoutTime ? 1 : 0;
        return Account(batch, Coverage.Pipeline(), trailEvent.SourceLog);
    }

    /// <summary>Ends the reading: gives the events that were held to be sorted, and states whether all was read.</summary>
    public IReadOnlyList<TrailEvent> Finish()
    {
        Coverage.IsComplete = !_stopped && Coverage.Faults.Count == 0 && !Coverage.HasPipeline;
        return _oldest?.Sorted() ?? [];
    }

    private TrailNotice? Begin(TrailSourceItem item)
    {
        if (item.Log is null)
        {
            if (item.Notice!.Detail is { } fault)
                Coverage.Report(fault);
            return item.Notice;
        }
        if (IsAnswer(item.Log))
            return null;
        Coverage.LogsListed++;
        if (item.Open is null)
            Coverage.LogsSkipped++;
        return null;
    }

    private TrailNotice? End(LogJob job, TrailSourceCoverage entry)
    {
        if (job.Item.Open is null)
            return null;
        var isAnswer = IsAnswer(job.Item.Log!);
        if (job.Fault is { } fault)
        {
            Coverage.LogsFailed += isAnswer ? 0 : 1;
            Coverage.Report(fault);
            return TrailNotice.Fault(fault);
        }
        if (job.IsForeign)
            Coverage.LogsSkipped++;
        else if (!isAnswer && job.IsWhole)
            Coverage.LogsRead++;
        else if (!isAnswer)
            Coverage.LogsFailed++;
        if (job.Item.Log!.DeliveryTimeUtc is { } delivery)
        {
            if (!(delivery <= Coverage.NewestDeliveryUtc))
                Coverage.NewestDeliveryUtc = delivery;
            ReachOf(entry, job.Item.Log)?.Extend(delivery);
        }
        return null;
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
        var kept = new List<TrailEvent>(batch.Events.Count);
        long duplicates = 0;
        foreach (var candidate in batch.Events)
        {
            if (_delivered.TryAdd(candidate, out var first))
            {
                coverage.RecordsLate += candidate.Late ? 1 : 0;
                kept.Add(candidate);
                if (_oldest is null && --_remaining <= 0)
                    break;
                continue;
            }
            duplicates++;
            if (first.SameContent || !IsLogFile(first.Log) || !IsLogFile(candidate.SourceLog))
                continue;
            coverage.RecordsConflicting++;
            notices.Add(TrailNotice.Warning(
                $"Event {candidate.EventId} is written differently in {first.Log.Location}#{first.Index} and in {candidate.Log}: one copy may have been edited. The first was delivered."));
        }
        coverage.RecordsDropped += batch.Dropped;
        coverage.RecordsWithoutTime += batch.WithoutTime;
        coverage.RecordsInvalid += batch.Invalid;
        coverage.RecordsDuplicate += duplicates;
        coverage.RecordsKept += kept.Count;
        coverage.RecordsRead += batch.Dropped + duplicates + kept.Count;
        coverage.BytesCompressed += batch.Stored;
        coverage.BytesInflated += batch.Inflated;
        entry.EventCount += kept.Count;
        if (ReachOf(entry, log) is { } reach)
            reach.EventCount += kept.Count;
        if (_oldest is null)
            return new TrailBatch(kept, notices);
        foreach (var held in kept)
            _oldest.Add(held);
        return new TrailBatch([], notices);
    }

    // What Event history answers is no log file; what was saved of it is one.
    private static bool IsAnswer(TrailLog log) => log is { Kind: TrailLogKind.EventHistory, Path: null };

    private static TrailReach? ReachOf(TrailSourceCoverage entry, TrailLog log) =>
        log.AccountId is null && log.Region is null ? null : entry.Reach(log.AccountId, log.Region);

    private static bool IsLogFile(TrailLog log) => log.Kind != TrailLogKind.EventHistory;
}
