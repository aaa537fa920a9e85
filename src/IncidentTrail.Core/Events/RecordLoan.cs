namespace IncidentTrail.Events;

/// <summary>
/// A chunk of records that is lent to the events made of them, and the events it is lent to. Nearly every event is dropped by
/// the pipeline at once: bytes of its own would be most of the garbage that a reading makes.
/// </summary>
internal sealed class RecordLoan(byte[] bytes)
{
    private const int Usual = 64;

    private readonly List<TrailEvent> _events = new(Usual);

    /// <summary>The chunk.</summary>
    internal byte[] Bytes => bytes;

    /// <summary>Notes an event that reads these bytes.</summary>
    internal void Add(TrailEvent trailEvent) => _events.Add(trailEvent);

    /// <summary>Gives each event bytes of its own. Who is reading the chunk just now may finish: it is not to be used again.</summary>
    internal void Settle()
    {
        foreach (var trailEvent in _events)
            trailEvent.OwnBytes();
    }
}
