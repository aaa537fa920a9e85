using IncidentTrail.Events;
using IncidentTrail.Logs;

namespace IncidentTrail.Sessions;

/// <summary>
/// The chunks that are lent to events. Only the collector of garbage knows which events were dropped: once it has found a
/// loan unreachable, nobody can read the chunk, and it is used again. Where a loan has outlived two collections, for at the
/// first an event may be just on its way, somebody is taken to keep one: its events get bytes of their own, and the chunk is
/// left to the collector, for another thread may be reading it. Not for several threads at once.
/// </summary>
internal sealed class RecordLoans(ChunkPool pool)
{
    // Chunks that wait for a collection, 32 MB: where memory is plenty, one may not come for long.
    private const int Most = 512;

    private readonly Queue<(WeakReference<RecordLoan> Loan, byte[] Bytes, int Collections, bool IsSecondLook)> _open = [];

    // Weak references are costly to make and to collect, and are used again. They know a loan as long as a finalizer could
    // bring one of its events back.
    private readonly Stack<WeakReference<RecordLoan>> _spare = [];

    // So many chunks are not lent, since most events are kept just now.
    private int _pause;
    private bool _ended;

    /// <summary>Lends a chunk of a batch; null where its events are to have bytes of their own.</summary>
    internal RecordLoan? Lend(RecordBatch batch, int chunk)
    {
        if (_pause > 0)
            _pause--;
        if (_ended || _open.Count == Most || _pause > 0 || batch.Lend(chunk) is not { } bytes)
            return null;
        var loan = new RecordLoan(bytes);
        if (_spare.TryPop(out var weak))
            weak.SetTarget(loan);
        else
            weak = new WeakReference<RecordLoan>(loan, trackResurrection: true);
        _open.Enqueue((weak, bytes, GC.CollectionCount(0), false));
        return loan;
    }

    /// <summary>Looks what has become of the loans; to be called when every event has been made that the chunks are for.</summary>
    internal void Review()
    {
        int dropped = 0, kept = 0;
        // Since the last collection nothing can have become unreachable.
        while (_open.TryPeek(out var oldest) && oldest.Collections != GC.CollectionCount(0))
        {
            _open.Dequeue();
            if (!oldest.Loan.TryGetTarget(out var loan))
            {
                pool.Return(oldest.Bytes);
                dropped++;
            }
            else if (!oldest.IsSecondLook)
            {
                _open.Enqueue(oldest with { Collections = GC.CollectionCount(0), IsSecondLook = true });
                continue;
            }
            else
            {
                loan.Settle();
                kept++;
            }
            _spare.Push(oldest.Loan);
        }
        if (kept > dropped)
            _pause = Most;
    }

    /// <summary>Ends every loan, and lends no more.</summary>
    internal void End()
    {
        _ended = true;
        while (_open.TryDequeue(out var open))
        {
            if (open.Loan.TryGetTarget(out var loan))
                loan.Settle();
        }
    }
}
