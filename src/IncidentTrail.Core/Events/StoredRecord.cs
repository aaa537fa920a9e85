using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>A record that stands with its table at a place where nobody writes any more.</summary>
internal readonly struct StoredRecord(byte[] among, int start, int size, ulong present)
{
    /// <summary>The record, to be read.</summary>
    internal RecordBytes Record => new(among.AsSpan(start, size), RecordBytes.LengthOf(size, present), present);
}
