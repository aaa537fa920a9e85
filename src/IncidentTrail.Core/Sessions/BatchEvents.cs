using System.Collections;
using System.Runtime.CompilerServices;
using IncidentTrail.Events;
using IncidentTrail.Logs;

namespace IncidentTrail.Sessions;

/// <summary>
/// The events of a batch, each made when it is asked for: of those that the pipeline drops at once, a collection of garbage has
/// only a few to carry along.
/// </summary>
/// <param name="batch">The records.</param>
/// <param name="log">The log they were found in.</param>
/// <param name="loans">What lends the events their bytes; null where nobody keeps an event longer than the batch.</param>
internal sealed class BatchEvents(RecordBatch batch, TrailLog log, RecordLoans? loans) : IReadOnlyList<TrailEvent>
{
    // Of so few, each has bytes of its own: a chunk is not held for them.
    private const int Few = 64;

    private const int Together = 16;

    private const int CacheLine = 64;

    private readonly int _use = batch.Uses;

    // The loan of the latest chunk: to know of more would keep more from being dropped.
    private RecordLoan? _loan;
    private int _chunk = -1;
    private int _next;
    private int _touched;

    public int Count { get; } = batch.Records.Count;

    public TrailEvent this[int index]
    {
        [MethodImpl(Jit.Hot)]
        get
        {
            if (batch.Uses != _use)
                throw new InvalidOperationException("A batch's events can be asked for until the next batch is.");
            var record = batch.Records[index];
            if (loans is null && index % Together == 0)
                Touch(index);
            var bytes = batch.BytesOf(record);
            if (LoanFor(index, record.Chunk, bytes.Bytes) is not { } loan)
                return new TrailEvent(bytes.Copy(), record, log);
            var made = new TrailEvent(loan, record, log);
            if (loans is not null)
                loan.Add(made);
            return made;
        }
    }

    public IEnumerator<TrailEvent> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Events that pass are read. Another processor wrote the records, and field by field each would be waited for; looked at
    // in one go, they come in a stream.
    [MethodImpl(Jit.Hot)]
    private void Touch(int from)
    {
        var touched = 0;
        for (var i = from; i < Math.Min(from + Together, Count); i++)
        {
            var record = batch.Records[i];
            var bytes = batch.BytesOf(record).Whole;
            for (var at = 0; at < bytes.Length; at += CacheLine)
                touched += bytes[at];
        }
        // Kept, so that no compiler leaves the looking out.
        _touched = touched;
    }

    // Null for an event that is to have bytes of its own: one of few, or not asked for in turn, when the loan that its chunk had
    // may be forgotten; or where nothing is lent just now.
    private RecordLoan? LoanFor(int index, int chunk, byte[] bytes)
    {
        if (loans is not null && (Count < Few || index != _next))
            return null;
        _next = index + 1;
        if (chunk != _chunk)
        {
            _chunk = chunk;
            _loan = loans is null ? new RecordLoan(bytes) : loans.Lend(batch, chunk);
        }
        var loan = _loan;
        if (_next == Count)
            _loan = null;
        // Whoever asks on two threads at once must not get another record.
        return loan?.Bytes == bytes ? loan : null;
    }
}
