namespace IncidentTrail.Sources.Queues;

/// <summary>The ids of the messages seen last, where messages stay and come again: at least so many as the window of events.</summary>
internal sealed class SeenMessages
{
    private readonly object _lock = new();
    private HashSet<string> _latest = new(StringComparer.Ordinal);
    private HashSet<string> _before = [];

    /// <summary>Adds a message; false for one that was seen.</summary>
    internal bool Add(string id)
    {
        lock (_lock)
        {
            if (_before.Contains(id) || !_latest.Add(id))
                return false;
            if (_latest.Count >= WatchLimits.EventsRemembered)
                (_before, _latest) = (_latest, new HashSet<string>(StringComparer.Ordinal));
            return true;
        }
    }
}
