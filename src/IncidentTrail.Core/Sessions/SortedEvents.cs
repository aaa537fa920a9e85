namespace IncidentTrail.Sessions;

/// <summary>
/// Holds events to give them in order of time; with a limit, never more than so many of those that come first in that order.
/// </summary>
internal sealed class SortedEvents
{
    private readonly Comparer<(TrailEvent Event, long Taken)> _order;
    private readonly PriorityQueue<TrailEvent, (TrailEvent Event, long Taken)> _held;
    private readonly long? _limit;
    private readonly bool _newestFirst;
    private long _taken;

    /// <param name="limit">How many to hold; null for all.</param>
    /// <param name="newestFirst">Whether the latest comes first; else the earliest does.</param>
    internal SortedEvents(long? limit, bool newestFirst)
    {
        (_limit, _newestFirst) = (limit, newestFirst);
        _order = Comparer<(TrailEvent, long)>.Create(newestFirst ? Later : Earlier);
        // The last in order is at the head, to give way to one before it.
        _held = new(Comparer<(TrailEvent, long)>.Create((a, b) => _order.Compare(b, a)));
    }

    /// <summary>True where as many are held as are wanted, and whatever the source of the last still gives comes after all of them.</summary>
    internal bool IsSettled { get; private set; }

    /// <summary>Begins with a source, which may give earlier ones than another did.</summary>
    internal void BeginSource() => IsSettled = false;

    /// <summary>Takes an event, and gives the one that there is no room for; after one that comes in order of time, its source gives no earlier one.</summary>
    internal TrailEvent? Add(TrailEvent trailEvent, bool isInOrder = false)
    {
        TrailEvent? left = null;
        if (_held.Count < (_limit ?? long.MaxValue))
            _held.Enqueue(trailEvent, (trailEvent, _taken++));
        else
            left = _held.EnqueueDequeue(trailEvent, (trailEvent, _taken++));
        IsSettled = isInOrder && !_newestFirst && _held.Count >= _limit && _held.Peek().EventTimeUtc < trailEvent.EventTimeUtc;
        return left;
    }

    internal IReadOnlyList<TrailEvent> Sorted() => [.. _held.UnorderedItems.OrderBy(held => held.Priority, _order).Select(held => held.Element)];

    // Events without a time stand last; ties are broken by place, so the order is the same each time.
    private static int Earlier((TrailEvent Event, long Taken) a, (TrailEvent Event, long Taken) b) =>
        (a.Event.EventTimeUtc ?? DateTime.MaxValue).CompareTo(b.Event.EventTimeUtc ?? DateTime.MaxValue) is not 0 and var byTime ? byTime : ByPlace(a, b);

    private static int Later((TrailEvent Event, long Taken) a, (TrailEvent Event, long Taken) b) =>
        (b.Event.EventTimeUtc ?? DateTime.MinValue).CompareTo(a.Event.EventTimeUtc ?? DateTime.MinValue) is not 0 and var byTime ? byTime : ByPlace(b, a);

    // Rows of a table, and events of a history, come in pieces of one name that are each counted anew.
    private static int ByPlace((TrailEvent Event, long Taken) a, (TrailEvent Event, long Taken) b)
    {
        var byLog = string.CompareOrdinal(a.Event.SourceLog.Location, b.Event.SourceLog.Location);
        var byIndex = byLog != 0 ? byLog : a.Event.Index.CompareTo(b.Event.Index);
        return byIndex != 0 ? byIndex : a.Taken.CompareTo(b.Taken);
    }
}
