using IncidentTrail.Events;
using IncidentTrail.Sessions;
using IncidentTrail.Sources;
using IncidentTrail.Sql;

namespace IncidentTrail;

/// <summary>Events that were read together, with what was said between them.</summary>
public sealed class TrailBatch
{
    internal TrailBatch(IReadOnlyList<TrailEvent> events, IReadOnlyList<TrailNotice> notices)
    {
        Events = events;
        Notices = notices;
    }

    internal TrailBatch(CountedCalls counted)
        : this([], []) => Counted = counted;

    /// <summary>One without events, of which nothing is to be said.</summary>
    internal static TrailBatch Empty { get; } = new([], []);

    /// <summary>The events, in order. They are made as they are asked for, and can be until the next batch is; not on
    /// several threads at once.</summary>
    public IReadOnlyList<TrailEvent> Events { get; }

    /// <summary>Faults, warnings and verbose texts.</summary>
    public IReadOnlyList<TrailNotice> Notices { get; }

    /// <summary>Calls that their source counted by their callers, in place of events; null for nearly all.</summary>
    internal CountedCalls? Counted { get; }

    /// <summary>What waits for these events to be given; null where nothing does.</summary>
    internal LogDelivery? Delivery { get; init; }

    /// <summary>Shows the calls together where they were looked at when they were read, else each event's record in order.</summary>
    internal void VisitCalls(CallVisitor visitCalls, RecordVisitor visitRecord)
    {
        if (Events is BatchEvents { Count: > 0, HasCalls: true } seen)
        {
            visitCalls(seen);
            return;
        }
        foreach (var trailEvent in Events)
            visitRecord(trailEvent.View);
    }

    /// <summary>Shows each record in order to whoever keeps it: as bytes where it is none of an event, else as the event.</summary>
    internal void Visit(RecordKeeper keeper, Action<TrailEvent> take)
    {
        if (Events is BatchEvents read)
            read.Visit(keeper);
        else
        {
            foreach (var trailEvent in Events)
                take(trailEvent);
        }
    }
}
