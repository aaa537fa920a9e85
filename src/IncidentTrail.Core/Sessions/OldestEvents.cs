namespace IncidentTrail.Sessions;

/// <summary>Holds events to give them in order of time; with a limit, never more than the earliest so many.</summary>
internal sealed class OldestEvents(long? limit)
{
    private static readonly Comparer<TrailEvent> Earlier = Comparer<TrailEvent>.Create(Compare);

    // The latest is at the head, to give way to an earlier one.
    private readonly PriorityQueue<TrailEvent, TrailEvent> _held =
        new(Comparer<TrailEvent>.Create((a, b) => Compare(b, a)));

    /// <summary>True where as many are held as are wanted, and whatever its source still gives is later than all of them.</summary>
    internal bool IsSettled { get; private set; }

    /// <summary>Takes an event; after one that comes in order, its source gives no earlier one.</summary>
    internal void Add(TrailEvent trailEvent, bool isInOrder = false)
    {
        _held.Enqueue(trailEvent, trailEvent);
        if (_held.Count > limit)
            _held.Dequeue();
        IsSettled = isInOrder && _held.Count >= limit && _held.Peek().EventTimeUtc < trailEvent.EventTimeUtc;
    }

    internal IReadOnlyList<TrailEvent> Sorted() =>
        [.. _held.UnorderedItems.Select(item => item.Element).Order(Earlier)];

    // Events without a time stand last; ties are broken by place, so the order is the same each time.
    private static int Compare(TrailEvent? a, TrailEvent? b)
    {
        var byTime = (a!.EventTimeUtc ?? DateTime.MaxValue).CompareTo(b!.EventTimeUtc ?? DateTime.MaxValue);
        if (byTime != 0)
            return byTime;
        var byLog = string.CompareOrdinal(a.SourceLog.Location, b.SourceLog.Location);
        return byLog != 0 ? byLog : a.Index.CompareTo(b.Index);
    }
}
