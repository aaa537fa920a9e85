using IncidentTrail.Records;

namespace IncidentTrail.Sessions;

/// <summary>
/// The events delivered last: at least as many as its size, at most twice as many. For a reading without an end, which can
/// neither hold every event nor the logs that they were found in.
/// </summary>
internal sealed class DuplicateWindow(int size)
{
    // What is remembered of an event is that it was delivered, and no longer where it was found.
    private static readonly TrailLog s_gone = new() { Location = "", Kind = TrailLogKind.EventHistory };

    private DuplicateTable _latest = new();
    private DuplicateTable _before = new();
    private int _count;

    /// <summary>Adds an event; false where it repeats one.</summary>
    internal bool TryAdd(EventKey? eventKey)
    {
        if (eventKey is not { } key)
            return true;
        if (_before.Holds(key) || !_latest.TryAdd(key, s_gone, _count, out _))
            return false;
        if (++_count < size)
            return true;
        (_before, _latest, _count) = (_latest, new DuplicateTable(), 0);
        return true;
    }
}
