using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>The bytes of an event's record, which are its own: a copy that nobody else writes to, for as long as the event lives.</summary>
internal readonly struct EventBytes
{
    private readonly byte[] _whole;
    private readonly ulong _present;

    /// <summary>Copies a record that has its table behind it.</summary>
    [MethodImpl(Jit.Hot)]
    internal EventBytes(scoped in RecordBytes record)
    {
        _whole = record.Whole.ToArray();
        _present = record.Present;
    }

    /// <summary>The same, where records are held that stand among others.</summary>
    internal StoredRecord Stored => new(_whole, 0, _whole.Length, _present);

    /// <summary>The record, to be read.</summary>
    internal RecordBytes Record => new(_whole, RecordBytes.LengthOf(_whole.Length, _present), _present);
}
