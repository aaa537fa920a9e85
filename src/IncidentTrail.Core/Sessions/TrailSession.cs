using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Checkpoints;
using IncidentTrail.Contracts;
using IncidentTrail.Filtering;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sessions;
using IncidentTrail.Sources;
using IncidentTrail.Sql;

namespace IncidentTrail;

/// <summary>
/// One invocation's reading of one or more sources: it filters, delivers each event once, stops at the number asked for,
/// and accounts for every record in its <see cref="TrailCoverage"/>. Not for several threads at once.
/// </summary>
public sealed class TrailSession
{
    private readonly TrailQuery _query;
    private readonly TrailFilter _filter;
    private readonly NewEvents _new;
    private readonly SortedEvents? _sorted;
    private readonly LogLedger? _ledger;
    private readonly BatchNotices _notices = new();
    private TrailFilter? _pipelineFilter;
    private long _remaining;

    /// <summary>Makes a session for a query; its counts go to the coverage.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="coverage">What the counts go to.</param>
    /// <exception cref="FormatException">A filter cannot be understood, such as a CIDR block.</exception>
    public TrailSession(TrailQuery query, TrailCoverage coverage)
        : this(query, coverage, checkpoint: null)
    {
    }

    /// <param name="query">What is asked for.</param>
    /// <param name="coverage">What the counts go to.</param>
    /// <param name="checkpoint">What was given before and is not given again; it is told of each log of which all was given.</param>
    internal TrailSession(TrailQuery query, TrailCoverage coverage, Checkpoint? checkpoint)
    {
        _query = query;
        Coverage = coverage;
        _filter = new TrailFilter(query);
        _remaining = query.MaxEvents ?? long.MaxValue;
        _sorted = query.Newest is { } newest ? new SortedEvents(newest, newestFirst: true)
            : query.Oldest ? new SortedEvents(query.MaxEvents, newestFirst: false) : null;
        _ledger = checkpoint is null ? null : new LogLedger(checkpoint, waits: _sorted is not null);
        _new = new NewEvents(new DeliveredCopies(_filter, query.MaxInflatedSize), _ledger);
    }

    /// <summary>The events delivered last, for a reading without an end; null to remember all of them, and where they were found.</summary>
    internal DuplicateWindow? Window { init => _new.Window = value; }

    /// <summary>What has been read, and what could not be.</summary>
    public TrailCoverage Coverage { get; }

    /// <summary>True where as many events as asked for have been delivered: nothing more need be read.</summary>
    public bool IsSatisfied => _sorted is null && _remaining <= 0;

    /// <summary>Reads a source. Where events are sorted the batches hold notices, and the events wait for <see cref="Finish"/>.</summary>
    public async IAsyncEnumerable<TrailBatch> ReadAsync(ITrailSource source, [EnumeratorCancellation] CancellationToken token)
    {
        var account = Coverage.AccountOf(source);
        WindowCoverage.NoteEnd(account.Entry, _query, DateTime.UtcNow);
        if (IsSatisfied)
        {
            account.Close(atEnd: false);
            yield break;
        }
        bool isAtEnd = false, isAllGiven = false;
        using var reading = new ParallelReading(_query, _filter);
        var pace = new DeliveryPace(reading);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        _new.Stop = token;
        var pieces = reading.PiecesAsync(source, account.Entry, stop.Token).GetAsyncEnumerator(stop.Token);
        var coming = Task.FromResult(true);
        try
        {
            while (!IsSatisfied && !isAtEnd && _sorted?.IsSettled != true)
            {
                coming = pieces.MoveNextAsync().AsTask();
                if (await pace.IsDueBeforeAsync(coming).ConfigureAwait(false))
                {
                    foreach (var given in pace.Give())
                        yield return given;
                    _ledger?.Given();
                }
                isAtEnd = !await coming.ConfigureAwait(false);
                for (var i = 0; !isAtEnd && !IsSatisfied && i < pieces.Current.Count; i++)
                    Take(pieces.Current[i], account, pace);
                if (pace.IsEmpty)
                    _ledger?.Given();
            }
            foreach (var given in pace.Give())
                yield return given;
            isAllGiven = isAtEnd;
            if (isAtEnd)
                _ledger?.AtEnd(isWhole: Coverage.Faults.Count == 0);
            _ledger?.Given();
        }
        finally
        {
            account.Close(isAllGiven);
            // Whoever stops may do so while the next piece is on its way.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await pieces.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Takes an event that the pipeline brings: filters it by what the query names, and gives it unless it repeats one.
    /// Nobody knows what was filtered out before it, and the coverage says so.
    /// </summary>
    public TrailBatch Accept(TrailEvent trailEvent)
    {
        _pipelineFilter ??= new TrailFilter(_query, chosenBefore: true);
        var account = Coverage.Account.Pipeline();
        account.Read(1);
        var notices = new List<TrailNotice>();
        var verdict = _pipelineFilter.Judge(trailEvent);
        if (verdict != FilterVerdict.Keep)
        {
            account.Dropped(1, verdict == FilterVerdict.DropWithoutTime ? 1 : 0);
            return new TrailBatch([], notices);
        }
        if (!_new.Take(trailEvent.Key, trailEvent.Record, trailEvent.SourceLog, trailEvent.Index, account, notices))
            return new TrailBatch([], notices);
        _remaining--;
        account.Kept(1, trailEvent.Late ? 1 : 0, trailEvent.SourceLog);
        if (_sorted is null)
            return new TrailBatch([trailEvent], notices);
        _sorted.Add(trailEvent);
        return new TrailBatch([], notices);
    }

    /// <summary>Ends the reading: gives the events that were held to be sorted, and states whether all was read.</summary>
    public IReadOnlyList<TrailEvent> Finish() => FinishBatch().Events;

    /// <summary>Ends the reading, with what is left to be said of it.</summary>
    internal TrailBatch FinishBatch()
    {
        var rest = Coverage.Account.SayRest();
        Coverage.Account.Close();
        return new TrailBatch(_sorted?.Sorted() ?? [], rest);
    }

    /// <summary>What <see cref="FinishBatch"/> gave has been taken.</summary>
    internal void Conclude() => _ledger?.Conclude();

    /// <summary>Where nothing was delivered: what of the query could not match, and what was likely meant; null where nothing is odd.</summary>
    public TrailNotice? Doubt() => Coverage.RecordsKept > 0 ? null : Unmatched.Of(
        _query, [.. new[] { _filter, _pipelineFilter }.OfType<TrailFilter>().Select(filter => filter.NearCallers)],
        _ledger is null ? Coverage : null);

    private void Take(LogPiece piece, SourceAccount account, DeliveryPace pace)
    {
        if (piece.IsFirst)
            account.Take(piece.Item);
        if (piece.Item is SourceNotice said)
            pace.Hold(new TrailBatch([], [said.Notice]));
        if (piece.Item is SourcePulse)
            pace.Hold(TrailBatch.Empty);
        if (piece.Item is SkippedLog skipped)
            _ledger?.Skipped(skipped.Log);
        if (piece.Item is SourceRound round)
            _ledger?.AtEnd(round);
        if (piece.Item is CountedCalls counted)
            pace.Hold(new TrailBatch(counted.Enter(account)));
        if (piece.Item is not FoundLog found)
            return;
        if (piece.Batch is { Records.Count: > 0 })
            _new.Remember(found);
        var isWanted = true;
        if (piece.Batch is { } batch)
            pace.Hold(Account(batch, account, found, out isWanted), batch);
        if (piece.Ending is not { } ending)
            return;
        _ledger?.Ended(found.Log, ending);
        End(found, ending, account, pace, isWanted);
    }

    // A log of which more was wanted than was taken has not been given.
    private static void End(FoundLog found, LogEnding ending, SourceAccount account, DeliveryPace pace, bool isGiven)
    {
        TrailNotice? said = null;
        if (found.Delivery is { } delivery)
            (ending, said) = delivery.Ended(ending);
        if (said is not null)
            account.Say(said);
        var ended = account.Ended(found.Log, ending);
        if (ended is null && found.Delivery is null)
        {
            pace.Hold(TrailBatch.Empty);
            return;
        }
        TrailNotice?[] notices = [ended, said];
        pace.Hold(new TrailBatch([], [.. notices.OfType<TrailNotice>()]) { Delivery = isGiven ? found.Delivery : null });
    }

    private TrailBatch Account(RecordBatch batch, SourceAccount account, FoundLog found, out bool isTaken)
    {
        var log = found.Log;
        var notices = _notices.Of(batch, found);
        notices.ForEach(account.Say);
        account.Read(batch.Records.Count + batch.Dropped);
        account.Dropped(batch.Dropped, batch.WithoutTime);
        account.Invalid(batch.Invalid);
        account.Bytes(batch.Stored, batch.Inflated);
        isTaken = KeepNew(batch, log, account, notices);
        if (batch.Records.Count == 0 && notices.Count == 0)
            return TrailBatch.Empty;
        var events = new BatchEvents(batch, log);
        if (_sorted is null)
            return new TrailBatch(events, notices);
        foreach (var held in events)
        {
            if (_sorted.Add(held, found.IsInOrder) is { } left)
                _ledger?.Cut(left.SourceLog);
        }
        return new TrailBatch([], notices);
    }

    // Leaves in the batch the records that repeat none delivered before, and no more than are still wanted; false where more of
    // them are left.
    [MethodImpl(Jit.Hot)]
    private bool KeepNew(RecordBatch batch, TrailLog log, SourceAccount account, List<TrailNotice> notices)
    {
        int kept = 0, late = 0, looked = 0;
        var records = CollectionsMarshal.AsSpan(batch.Records);
        _new.Touch(records);
        for (; looked < records.Length && !IsSatisfied; looked++)
        {
            ref var record = ref records[looked];
            if (!_new.Take(record.Key, batch.BytesOf(record), log, record.Index, account, notices))
                continue;
            late += record.IsLate ? 1 : 0;
            batch.Move(looked, kept++);
            _remaining--;
        }
        account.Unread(records.Length - looked);
        if (looked < records.Length)
            _ledger?.Cut(log);
        account.Kept(kept, late, log);
        batch.Leave(kept);
        return looked == records.Length;
    }
}
