using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>A record that stands with its table at a place where nobody writes any more.</summary>
internal readonly struct StoredRecord(byte[] among, int start, int size, ulong present)
{
    /// <summary>A record that has its table behind it, in an array of its own.</summary>
    internal static StoredRecord Copy(scoped in RecordBytes record) => new(record.Whole.ToArray(), 0, record.Whole.Length, record.Present);

    /// <summary>The record, to be read.</summary>
    internal RecordBytes Record => new(among.AsSpan(start, size), RecordBytes.LengthOf(size, present), present);
}
