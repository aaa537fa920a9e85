using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>
/// Keeps records for long in arrays of many: a few large arrays cost the collector next to nothing, an array for each record
/// it moves from generation to generation. Where records were read into such an array, and hardly any other, they stay in it.
/// </summary>
/// <param name="size">Bytes of an array.</param>
internal sealed class EventStore(int size = EventStore.Large)
{
    // Large enough that the collector never moves it, and small enough that one event which is kept holds little else.
    private const int Large = 128 * 1024;

    private byte[] _latest = [];
    private int _used;

    /// <summary>Keeps a record that has its table behind it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="kept">What the reading knows of it.</param>
    /// <param name="chunks">Where it was read into; null where most of what stands there will not be kept.</param>
    internal StoredRecord Keep(scoped in RecordBytes record, in KeptRecord kept, IRecordChunks? chunks) => chunks?.Leave(kept) ?? Copy(record);

    /// <summary>Keeps a copy of a record that has its table behind it.</summary>
    internal StoredRecord Copy(scoped in RecordBytes record)
    {
        var length = record.Whole.Length;
        if (_latest.Length - _used < length)
            (_latest, _used) = (GC.AllocateUninitializedArray<byte>(Math.Max(length, size)), 0);
        record.Whole.CopyTo(_latest.AsSpan(_used));
        var start = _used;
        _used += length;
        return new StoredRecord(_latest, start, length, record.Present);
    }
}
