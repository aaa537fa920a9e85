using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Contracts;
using IncidentTrail.Filtering;
using IncidentTrail.Forms;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sessions;
using IncidentTrail.Sources;

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
    private readonly DeliveredCopies _copies;
    private readonly SortedEvents? _sorted;
    private readonly HashSet<LogForm> _saidOfTexts = [];
    private TrailFilter? _pipelineFilter;
    private long _remaining;

    /// <summary>Makes a session for a query; its counts go to the coverage.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="coverage">What the counts go to.</param>
    /// <exception cref="FormatException">A filter cannot be understood, such as a CIDR block.</exception>
    public TrailSession(TrailQuery query, TrailCoverage coverage)
    {
        _query = query;
        Coverage = coverage;
        _filter = new TrailFilter(query);
        _copies = new DeliveredCopies(_filter, query.MaxInflatedSize);
        _remaining = query.MaxEvents ?? long.MaxValue;
        _sorted = query.Newest is { } newest ? new SortedEvents(newest, newestFirst: true)
            : query.Oldest ? new SortedEvents(query.MaxEvents, newestFirst: false) : null;
    }

    /// <summary>The events delivered last, for a reading without an end; null to remember all of them, and where they were found.</summary>
    internal DuplicateWindow? Window { get; init; }

    /// <summary>What has been read, and what could not be.</summary>
    public TrailCoverage Coverage { get; }

    /// <summary>True where as many events as asked for have been delivered: nothing more need be read.</summary>
    public bool IsSatisfied => _sorted is null && _remaining <= 0;

    /// <summary>Reads a source. Where events are sorted the batches hold notices, and the events wait for <see cref="Finish"/>.</summary>
    public async IAsyncEnumerable<TrailBatch> ReadAsync(ITrailSource source, [EnumeratorCancellation] CancellationToken token)
    {
        var account = Coverage.AccountOf(source);
        if (IsSatisfied)
        {
            account.Close(atEnd: false);
            yield break;
        }
        bool isAtEnd = false, isAllGiven = false;
        using var reading = new ParallelReading(_query, _filter);
        var pace = new DeliveryPace(reading);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
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
                }
                isAtEnd = !await coming.ConfigureAwait(false);
                for (var i = 0; !isAtEnd && !IsSatisfied && i < pieces.Current.Count; i++)
                    Take(pieces.Current[i], account, pace);
            }
            foreach (var given in pace.Give())
                yield return given;
            isAllGiven = isAtEnd;
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
        if (!IsNew(trailEvent.Key, trailEvent.Record, trailEvent.SourceLog, trailEvent.Index, account, notices))
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

    /// <summary>Where nothing was delivered: what of the query could not match, and what was likely meant; null where nothing is odd.</summary>
    public TrailNotice? Doubt() => Coverage.RecordsKept > 0 ? null
        : Unmatched.Of(_query, [_filter.NearCallers, .. _pipelineFilter is { } filter ? [filter.NearCallers] : Array.Empty<NearCallers>()]);

    private void Take(LogPiece piece, SourceAccount account, DeliveryPace pace)
    {
        if (piece.IsFirst)
            account.Take(piece.Item);
        if (piece.Item is SourceNotice said)
            pace.Hold(new TrailBatch([], [said.Notice]));
        if (piece.Item is SourcePulse)
            pace.Hold(new TrailBatch([], []));
        if (piece.Item is not FoundLog found)
            return;
        if (piece.Batch is { Records.Count: > 0 } && Window is null)
            _copies.Remember(found);
        var isWanted = true;
        if (piece.Batch is { } batch)
            pace.Hold(Account(batch, account, found, out isWanted), batch);
        if (piece.Ending is { } ending)
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
        TrailNotice?[] notices = [account.Ended(found.Log, ending), said];
        pace.Hold(new TrailBatch([], [.. notices.OfType<TrailNotice>()]) { Delivery = isGiven ? found.Delivery : null });
    }

    private TrailBatch Account(RecordBatch batch, SourceAccount account, FoundLog found, out bool isTaken)
    {
        var log = found.Log;
        List<TrailNotice> notices = [.. batch.Faults.Select(fault => found.Delivery is { } delivery ? delivery.Found(fault) : TrailNotice.Fault(fault)).OfType<TrailNotice>()];
        notices.AddRange(batch.Notices);
        if (batch.Forms.Count > 0)
            notices.AddRange(FormsToSay(batch, log));
        notices.ForEach(account.Say);
        account.Read(batch.Records.Count + batch.Dropped);
        account.Dropped(batch.Dropped, batch.WithoutTime);
        account.Invalid(batch.Invalid);
        account.Bytes(batch.Stored, batch.Inflated);
        isTaken = KeepNew(batch, log, account, notices);
        var events = new BatchEvents(batch, log);
        if (_sorted is null)
            return new TrailBatch(events, notices);
        foreach (var held in events)
            _sorted.Add(held, found.IsInOrder);
        return new TrailBatch([], notices);
    }

    // Texts that come one after the other are one input: a form of theirs is said once.
    private IEnumerable<TrailNotice> FormsToSay(RecordBatch batch, TrailLog log) => batch.Forms
        .Where(said => log.Path is not null || log.BucketName is not null || _saidOfTexts.Add(said.Form))
        .Select(said => said.Notice);

    // Leaves in the batch the records that repeat none delivered before, and no more than are still wanted; false where more of
    // them are left.
    [MethodImpl(Jit.Hot)]
    private bool KeepNew(RecordBatch batch, TrailLog log, SourceAccount account, List<TrailNotice> notices)
    {
        int kept = 0, late = 0, looked = 0;
        var records = CollectionsMarshal.AsSpan(batch.Records);
        _delivered.Touch(records);
        for (; looked < records.Length && !IsSatisfied; looked++)
        {
            ref var record = ref records[looked];
            if (!IsNew(record.Key, batch.BytesOf(record), log, record.Index, account, notices))
                continue;
            late += record.IsLate ? 1 : 0;
            records[kept++] = record;
            _remaining--;
        }
        account.Unread(records.Length - looked);
        account.Kept(kept, late, log);
        var isTaken = looked == records.Length;
        batch.Records.RemoveRange(kept, records.Length - kept);
        return isTaken;
    }

    // True for an event that repeats none delivered before; one that does is counted.
    [MethodImpl(Jit.Hot)]
    private bool IsNew(
        EventKey? key, scoped in RecordBytes record, TrailLog log, int index, SourceAccount account, List<TrailNotice> notices)
    {
        if (Window is { } window)
        {
            if (window.TryAdd(key))
                return true;
            account.Duplicate(conflicts: false);
            return false;
        }
        if (_delivered.TryAdd(key, log, index, out var first))
            return true;
        var isSame = first.SameContent || !IsLogFile(first.Log) || !IsLogFile(log) ? true : _copies.AreSame(first.Log, first.Index, record.Json);
        account.Duplicate(conflicts: isSame == false);
        if (!first.SameContent && IsLogFile(first.Log) && IsLogFile(log))
            notices.Add(NoticeOf(isSame, $"Event {RecordText.Get(record.Get(RecordField.EventId))}", $"{first.Log.Location}#{first.Index} and in {log.Location}#{index}"));
        return false;
    }

    private static TrailNotice NoticeOf(bool? isSame, string copy, string places) => isSame switch
    {
        false => TrailNotice.Warning($"{copy} says something else in {places}: one copy may have been edited. The first was delivered."),
        true => TrailNotice.Verbose($"{copy} is written differently in {places}, and says the same."),
        null => TrailNotice.Verbose($"{copy} is written differently in {places}; the first could not be read again to compare what they say."),
    };

    private static bool IsLogFile(TrailLog log) => log.Kind != TrailLogKind.EventHistory && !log.IsRebuilt;
}
