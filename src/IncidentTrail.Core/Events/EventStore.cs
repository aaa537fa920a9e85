using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>
/// Copies records that are kept for long into arrays of many: a few large arrays cost the collector next to nothing, an
/// array for each record it moves from generation to generation.
/// </summary>
internal sealed class EventStore
{
    // Large enough that the collector never moves it, and small enough that one event which is kept holds little else.
    private const int Size = 128 * 1024;

    private byte[] _latest = [];
    private int _used;

    /// <summary>Copies a record that has its table behind it.</summary>
    [MethodImpl(Jit.Hot)]
    internal StoredRecord Keep(scoped in RecordBytes record)
    {
        var size = record.Whole.Length;
        if (_latest.Length - _used < size)
            (_latest, _used) = (GC.AllocateUninitializedArray<byte>(Math.Max(size, Size)), 0);
        record.Whole.CopyTo(_latest.AsSpan(_used));
        var start = _used;
        _used += size;
        return new StoredRecord(_latest, start, size, record.Present);
    }
}
