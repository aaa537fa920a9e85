using IncidentTrail.Events;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>
/// The kinds of the calls that are being read. A fixed number of slots, where a new kind displaces another: hostile names
/// cost nothing but misses.
/// </summary>
internal sealed class CallKinds
{
    private const int Slots = 256;

    private readonly (byte[] Source, byte[] Name, CallKind Kind)[] _slots = new (byte[], byte[], CallKind)[Slots];

    internal CallKind Of(scoped in RecordView record)
    {
        var source = record.Get(RecordField.EventSource);
        var name = record.Get(RecordField.EventName);
        ref var slot = ref _slots[(ByteHash.Of(name) ^ (uint)source.Length) % Slots];
        if (slot.Kind is null || !name.SequenceEqual(slot.Name) || !source.SequenceEqual(slot.Source))
            slot = (source.ToArray(), name.ToArray(), CallKind.Of(record.Repeated(RecordField.EventSource), record.Repeated(RecordField.EventName)));
        return slot.Kind;
    }
}
