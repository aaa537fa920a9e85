namespace IncidentTrail.Checkpoints;

/// <summary>The events given last, by what stands for them: one that comes again, in a later log or a later answer, is left out.</summary>
internal sealed class EventMemory
{
    /// <summary>The events, each with the minute it happened in.</summary>
    internal Dictionary<ulong, int> Given { get; init; } = [];

    /// <summary>True for an event that was given.</summary>
    internal bool Contains(ulong key) => Given.ContainsKey(key);

    /// <summary>Notes an event that was given.</summary>
    internal void Add(ulong key, DateTime? timeUtc) => Given[key] = timeUtc is { } time ? LogMark.MinuteOf(time) : LogMark.NoMinute;

    /// <summary>Forgets what happened before a minute.</summary>
    internal void DropBefore(int minute)
    {
        foreach (var old in Given.Where(mark => mark.Value != LogMark.NoMinute && mark.Value < minute).Select(mark => mark.Key).ToList())
            Given.Remove(old);
    }

    /// <summary>Forgets the oldest, where there are twice as many as are kept: before a reading ends, seldom.</summary>
    internal void Bound()
    {
        if (Given.Count > 2 * WatchLimits.EventsInCheckpoint)
            Trim();
    }

    /// <summary>Forgets the oldest, where there are more than are kept.</summary>
    internal void Trim()
    {
        if (Given.Count <= WatchLimits.EventsInCheckpoint)
            return;
        foreach (var (key, _) in Given.OrderBy(mark => mark.Value).Take(Given.Count - WatchLimits.EventsInCheckpoint).ToList())
            Given.Remove(key);
    }
}
