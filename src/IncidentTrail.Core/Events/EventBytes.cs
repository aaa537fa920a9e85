using System.Runtime.CompilerServices;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>The bytes of an event's record, which are its own: a copy that nobody else writes to, for as long as the event lives.</summary>
internal readonly struct EventBytes
{
    private readonly byte[] _whole;
    private readonly int _length;
    private readonly ulong _present;

    /// <summary>Copies a record that has its table behind it.</summary>
    [MethodImpl(Jit.Hot)]
    internal EventBytes(scoped in RecordBytes record)
    {
        _whole = record.Whole.ToArray();
        _length = record.Json.Length;
        _present = record.Present;
    }

    /// <summary>The record, to be read.</summary>
    internal RecordBytes Record => new(_whole, _length, _present);
}
