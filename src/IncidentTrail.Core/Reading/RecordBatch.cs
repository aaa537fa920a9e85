using System.Buffers;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Reading;

/// <summary>
/// What one or more windows of a log gave: the records that passed the filters, and the count of those that did not. It
/// holds the bytes of its records in one buffer and is used again and again, so that logs read ahead are no garbage.
/// </summary>
internal sealed class RecordBatch
{
    // A few records in a window, or all of them; what is larger than an ordinary batch needs is given back.
    private const int Smallest = 16 * 1024;
    private const int Ordinary = 512 * 1024;
    private const int LargestKept = 1024 * 1024;

    private byte[] _bytes = [];
    private int _used;

    internal List<KeptRecord> Records { get; } = [];

    internal List<TrailFault> Faults { get; } = [];

    internal long Dropped { get; set; }

    internal long WithoutTime { get; set; }

    internal long Invalid { get; set; }

    /// <summary>Bytes of the file and of its content that this batch took.</summary>
    internal long Stored { get; set; }

    internal long Inflated { get; set; }

    /// <summary>True where the log is a digest or another service's.</summary>
    internal bool IsForeign { get; set; }

    /// <summary>Takes over a record's bytes; gives where they stand.</summary>
    [MethodImpl(Jit.Hot)]
    internal int Keep(ReadOnlySpan<byte> json, RecordFields fields)
    {
        var size = RecordBytes.SizeOf(json.Length, fields.Present);
        if (_bytes.Length - _used < size)
            Grow(size);
        RecordBytes.Write(_bytes.AsSpan(_used, size), json, fields);
        _used += size;
        return _used - size;
    }

    /// <summary>The bytes of one of the records; they last as long as the batch is not cleared.</summary>
    internal RecordBytes BytesOf(in KeptRecord record) => new(_bytes, record.Start, record.Length, record.Present);

    /// <summary>Makes it as good as new.</summary>
    internal void Clear()
    {
        Records.Clear();
        Faults.Clear();
        (Dropped, WithoutTime, Invalid, Stored, Inflated, IsForeign) = (0, 0, 0, 0, 0, false);
        _used = 0;
        if (_bytes.Length <= LargestKept)
            return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_used == 0 ? Smallest : Math.Max(Ordinary, _bytes.Length * 2), checked(_used + more)));
        _bytes.AsSpan(0, _used).CopyTo(larger);
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
