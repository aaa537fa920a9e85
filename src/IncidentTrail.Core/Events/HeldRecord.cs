using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>
/// A record while it is read. To be disposed behind the last use: until then the collector of garbage does not find the bytes
/// unreachable, which would be used for other records then.
/// </summary>
/// <param name="source">What is to be kept.</param>
/// <param name="record">The record.</param>
internal readonly ref struct HeldRecord(object source, RecordBytes record)
{
    internal RecordBytes Record { get; } = record;

    internal ReadOnlySpan<byte> Json => Record.Json;

    /// <summary>The field's value as JSON; empty where it is missing.</summary>
    internal ReadOnlySpan<byte> Get(RecordField field) => Record.Get(field);

    public void Dispose() => GC.KeepAlive(source);
}
