using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Events;
using IncidentTrail.Logs;
using IncidentTrail.Records;

namespace IncidentTrail.Sessions;

/// <summary>
/// The records of a batch: as events, each made with bytes of its own when it is asked for, or as they stand, for whoever keeps
/// none of them or a copy of his own.
/// </summary>
/// <param name="batch">The records.</param>
/// <param name="log">The log they were found in.</param>
/// <param name="maker">Makes the events.</param>
internal sealed class BatchEvents(RecordBatch batch, TrailLog log, EventMaker maker) : IReadOnlyList<TrailEvent>, ISeenCalls
{
    private const int Together = 16;

    private const int CacheLine = 64;

    private readonly int _use = batch.Uses;
    private int _touched;

    public int Count { get; } = batch.Records.Count;

    /// <summary>True where the calls were looked at when they were read.</summary>
    internal bool HasCalls => batch.Calls.Count == Count;

    ReadOnlySpan<CallSight> ISeenCalls.Calls
    {
        get
        {
            Check();
            return CollectionsMarshal.AsSpan(batch.Calls);
        }
    }

    CallTexts ISeenCalls.Texts => batch.Texts!;

    public TrailEvent this[int index]
    {
        [MethodImpl(Jit.Hot)]
        get
        {
            Check();
            if (batch.Part is not null)
                throw new InvalidOperationException("Of these records some fields alone are there, for who counts their callers.");
            var record = batch.Records[index];
            return maker.Make(batch.BytesOf(record), record, log);
        }
    }

    public IEnumerator<TrailEvent> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    RecordView ISeenCalls.RecordOf(int index)
    {
        Check();
        return new(batch.BytesOf(batch.Records[index]), log, TextPool.OfThread, batch.Records[index].Envelope);
    }

    /// <summary>Shows each record where it stands, with what the reading knows of it.</summary>
    [MethodImpl(Jit.Hot)]
    internal void Visit(RecordKeeper keeper)
    {
        for (var i = 0; i < Count; i++)
        {
            Check();
            if (i % Together == 0)
                Touch(i);
            var record = batch.Records[i];
            keeper(batch.BytesOf(record), record, log, batch);
        }
    }

    private void Check()
    {
        if (batch.Uses != _use)
            throw new InvalidOperationException("A batch's events can be asked for until the next batch is.");
    }

    // Another processor wrote the records, and field by field each would be waited for; looked at in one go, they come in a
    // stream.
    [MethodImpl(Jit.Hot)]
    private void Touch(int from)
    {
        var touched = 0;
        for (var i = from; i < Math.Min(from + Together, Count); i++)
        {
            var bytes = batch.BytesOf(batch.Records[i]).Whole;
            for (var at = 0; at < bytes.Length; at += CacheLine)
                touched += bytes[at];
        }
        // Kept, so that no compiler leaves the looking out.
        _touched = touched;
    }
}
