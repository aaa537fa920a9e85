using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Contracts;
using IncidentTrail.Events;
using IncidentTrail.Logs;
using IncidentTrail.Sources;
using IncidentTrail.Sql;

namespace IncidentTrail.Sessions;

/// <summary>
/// Takes of what was read the events that repeat none delivered before, no more than are wanted, and accounts for every record:
/// also for those that it does not take.
/// </summary>
/// <param name="events">Tells the events that repeat none.</param>
/// <param name="sorted">Holds the events to give them in order of time; null where they are given as they come.</param>
/// <param name="ledger">Is told what became of each log; null where nothing is kept of that.</param>
/// <param name="most">As many events as are wanted; of those that are sorted, all are taken.</param>
internal sealed class WantedEvents(NewEvents events, SortedEvents? sorted, LogLedger? ledger, long most)
{
    private readonly BatchNotices _notices = new();
    private readonly EventMaker _maker = new();
    private long _left = most;

    /// <inheritdoc cref="NewEvents.Window"/>
    internal DuplicateWindow? Window { set => events.Window = value; }

    /// <summary>True where as many events as asked for have been taken: no source need be read.</summary>
    internal bool IsSatisfied => sorted is null && _left <= 0;

    /// <summary>True where the source that is read now has nothing more to give that is wanted.</summary>
    internal bool HasEnough => IsSatisfied || sorted?.IsSettled == true;

    /// <summary>Begins with a source.</summary>
    /// <param name="stop">Stops the reading.</param>
    internal void Begin(CancellationToken stop)
    {
        events.Stop = stop;
        sorted?.BeginSource();
    }

    /// <summary>The events that were held to be sorted.</summary>
    internal IReadOnlyList<TrailEvent> Sorted() => sorted?.Sorted() ?? [];

    /// <summary>Takes an event by itself.</summary>
    internal TrailBatch Take(TrailEvent trailEvent, SourceAccount account)
    {
        var notices = new List<TrailNotice>();
        if (!events.Take(trailEvent.Key, trailEvent.Record, trailEvent.SourceLog, trailEvent.Index, account, notices))
            return new TrailBatch([], notices);
        _left--;
        account.Kept(1, trailEvent.Late ? 1 : 0, trailEvent.SourceLog);
        if (sorted is null)
            return new TrailBatch([trailEvent], notices);
        sorted.Add(trailEvent);
        return new TrailBatch([], notices);
    }

    /// <summary>Takes a piece of what was read, accounts for it, and holds what is to be given of it.</summary>
    internal void Take(LogPiece piece, SourceAccount account, DeliveryPace pace)
    {
        if (piece.IsFirst)
            account.Take(piece.Item);
        switch (piece.Item)
        {
            case SourceNotice said:
                pace.Hold(new TrailBatch([], [said.Notice]));
                break;
            case SkippedLog skipped:
                ledger?.Skipped(skipped.Log);
                break;
            case SourceRound round:
                ledger?.AtEnd(round);
                pace.Hold(new TrailBatch([], account.SayRestOfLogs()));
                break;
            case CountedCalls counted:
                pace.Hold(new TrailBatch(counted.Enter(account)));
                break;
            case FoundLog found:
                Take(piece, found, account, pace);
                break;
        }
    }

    private void Take(LogPiece piece, FoundLog found, SourceAccount account, DeliveryPace pace)
    {
        if (piece.Batch is { Records.Count: > 0 })
            events.Remember(found);
        var isWanted = true;
        var read = piece.Batch is { } batch ? Account(batch, account, found, out isWanted) : TrailBatch.Empty;
        if (piece.Ending is { } ending)
        {
            ledger?.Ended(found.Log, ending);
            read = Ended(read, found, ending, account, isWanted);
        }
        pace.Hold(read, piece.Batch);
    }

    // With the last events, since whoever takes the last of them may want no more. A log of which more was wanted than was taken
    // has not been given.
    private static TrailBatch Ended(TrailBatch read, FoundLog found, LogEnding ending, SourceAccount account, bool isGiven)
    {
        TrailNotice? said = null;
        if (found.Delivery is { } delivery)
            (ending, said) = delivery.Ended(ending);
        if (said is not null)
            account.Say(said);
        var ended = account.Ended(found.Log, ending, found.IsTriedAgain);
        if (ended is null && found.Delivery is null)
            return read;
        TrailNotice?[] notices = [.. read.Notices, ended, said];
        return new TrailBatch(read.Events, [.. notices.OfType<TrailNotice>()]) { Delivery = isGiven ? found.Delivery : null };
    }

    private TrailBatch Account(RecordBatch batch, SourceAccount account, FoundLog found, out bool isTaken)
    {
        var log = found.Log;
        var notices = _notices.Of(batch, found);
        if (notices.Count > 0)
            LeaveOutUnsaid(notices, account);
        account.Read(batch.Records.Count + batch.Dropped);
        account.Dropped(batch.Dropped, batch.WithoutTime);
        account.Invalid(batch.Invalid);
        account.Bytes(batch.Stored, batch.Inflated);
        isTaken = KeepNew(batch, log, account, notices);
        if (batch.Records.Count == 0 && notices.Count == 0)
            return TrailBatch.Empty;
        var given = new BatchEvents(batch, log, _maker);
        if (sorted is null)
            return new TrailBatch(given, notices);
        foreach (var held in given)
        {
            if (sorted.Add(held, found.IsInOrder) is { } left)
                ledger?.Cut(left.SourceLog);
        }
        return new TrailBatch([], notices);
    }

    private static void LeaveOutUnsaid(List<TrailNotice> notices, SourceAccount account) =>
        notices.RemoveAll(notice => !account.IsSaid(notice));

    // Leaves in the batch the records that repeat none delivered before, and no more than are still wanted; false where more of
    // them are left.
    [MethodImpl(Jit.Hot)]
    private bool KeepNew(RecordBatch batch, TrailLog log, SourceAccount account, List<TrailNotice> notices)
    {
        int kept = 0, late = 0, looked = 0;
        var records = CollectionsMarshal.AsSpan(batch.Records);
        events.Touch(records);
        for (; looked < records.Length && !IsSatisfied; looked++)
        {
            ref var record = ref records[looked];
            if (!events.Take(record.Key, batch.BytesOf(record), log, record.Index, account, notices))
                continue;
            late += record.IsLate ? 1 : 0;
            batch.Move(looked, kept++);
            _left--;
        }
        account.Unread(records.Length - looked);
        if (looked < records.Length)
            ledger?.Cut(log);
        account.Kept(kept, late, log);
        batch.Leave(kept);
        return looked == records.Length;
    }
}
