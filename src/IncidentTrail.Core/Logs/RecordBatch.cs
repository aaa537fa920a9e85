using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>
/// What one or more windows of a log gave: the records that passed the filters, and the count of those that did not. It
/// holds the bytes of its records in chunks of a pool and is used again and again, so that logs read ahead are no garbage.
/// </summary>
internal sealed class RecordBatch(ChunkPool pool) : IRecordChunks
{
    // In place of what is in a chunk, where it was left to somebody.
    private const int Left = -1;

    private readonly List<byte[]> _chunks = [];

    // How many bytes of records that were not taken out again are in each chunk; empty until somebody wants to keep some.
    private readonly List<int> _filled = [];
    private byte[] _latest = [];
    private int _used;

    internal List<KeptRecord> Records { get; } = [];

    /// <summary>What a count of callers needs of each of the records; empty where nobody counts.</summary>
    internal List<CallSight> Calls { get; } = [];

    /// <summary>What the numbers of the calls' texts stand for.</summary>
    internal CallTexts? Texts { get; private set; }

    internal List<TrailFault> Faults { get; } = [];

    /// <summary>What else is to be said, behind the faults.</summary>
    internal List<TrailNotice> Notices { get; } = [];

    /// <summary>What is to be said of forms, each once a log.</summary>
    internal List<FormNotice> Forms { get; } = [];

    internal long Dropped { get; set; }

    internal long WithoutTime { get; set; }

    internal long Invalid { get; set; }

    /// <summary>Bytes of the file and of its content that this batch took.</summary>
    internal long Stored { get; set; }

    internal long Inflated { get; set; }

    /// <summary>True where the log is a digest or another service's.</summary>
    internal bool IsForeign { get; set; }

    /// <summary>The fields that are all anybody will ask of its records, a bit each; null for whole records. Set while it is empty.</summary>
    internal ulong? Part { get; set; }

    /// <summary>Takes over a record's bytes; gives the chunk they stand in, where, how long they are, and which fields they hold.</summary>
    [MethodImpl(Jit.Hot)]
    internal (int Chunk, int Start, int Length, ulong Present) Keep(ReadOnlySpan<byte> json, RecordFields fields)
    {
        // Some of a record's fields are never longer than all of it.
        var size = RecordBytes.SizeOf(json.Length, fields.Present);
        if (_latest.Length - _used < size)
            Grow(size);
        var start = _used;
        var into = _latest.AsSpan(start, size);
        if (Part is { } part)
        {
            part &= fields.Present;
            var length = RecordBytes.WritePart(into, json, fields, part);
            _used += RecordBytes.SizeOf(length, part);
            return (_chunks.Count - 1, start, length, part);
        }
        RecordBytes.Write(into, json, fields);
        _used += size;
        return (_chunks.Count - 1, start, json.Length, fields.Present);
    }

    /// <summary>Adds what a count of callers needs of the record that was added last.</summary>
    internal void Add(in CallSight call, CallTexts texts)
    {
        Calls.Add(call);
        Texts = texts;
    }

    /// <summary>One of the records, to be read as long as the batch is not cleared.</summary>
    internal RecordBytes BytesOf(scoped in KeptRecord record) =>
        new(_chunks[record.Chunk].AsSpan(record.Start, RecordBytes.SizeOf(record.Length, record.Present)), record.Length, record.Present, Part is not null);

    /// <inheritdoc/>
    public StoredRecord? Leave(scoped in KeptRecord kept)
    {
        if (_filled.Count == 0)
            CountFilled();
        var chunk = _chunks[kept.Chunk];
        ref var filled = ref CollectionsMarshal.AsSpan(_filled)[kept.Chunk];
        if (filled != Left && filled < chunk.Length / 4 * 3)
            return null;
        filled = Left;
        return new StoredRecord(chunk, kept.Start, RecordBytes.SizeOf(kept.Length, kept.Present), kept.Present);
    }

    /// <summary>Puts a record in the place of one before it, which is not wanted.</summary>
    [MethodImpl(Jit.Hot)]
    internal void Move(int from, int to)
    {
        if (from == to)
            return;
        Records[to] = Records[from];
        if (Calls.Count > 0)
            Calls[to] = Calls[from];
    }

    /// <summary>Leaves as many records as are wanted.</summary>
    internal void Leave(int count)
    {
        Records.RemoveRange(count, Records.Count - count);
        Calls.RemoveRange(Math.Min(count, Calls.Count), Math.Max(Calls.Count - count, 0));
    }

    /// <summary>How often it was cleared.</summary>
    internal int Uses { get; private set; }

    /// <summary>Makes it as good as new.</summary>
    internal void Clear()
    {
        for (var i = 0; i < _chunks.Count; i++)
        {
            if (_filled.Count == 0 || _filled[i] != Left)
                pool.Return(_chunks[i]);
        }
        _chunks.Clear();
        _filled.Clear();
        (_latest, _used) = ([], 0);
        Uses++;
        Records.Clear();
        Calls.Clear();
        Faults.Clear();
        Notices.Clear();
        Forms.Clear();
        (Dropped, WithoutTime, Invalid, Stored, Inflated, IsForeign) = (0, 0, 0, 0, 0, false);
    }

    private void CountFilled()
    {
        CollectionsMarshal.SetCount(_filled, _chunks.Count);
        var filled = CollectionsMarshal.AsSpan(_filled);
        filled.Clear();
        foreach (ref readonly var record in CollectionsMarshal.AsSpan(Records))
            filled[record.Chunk] += RecordBytes.SizeOf(record.Length, record.Present);
    }

    private void Grow(int size)
    {
        (_latest, _used) = (pool.Take(size), 0);
        _chunks.Add(_latest);
    }
}
