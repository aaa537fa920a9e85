namespace IncidentTrail.Sources.History;

/// <summary>
/// Up to when each account and Region of Event history was read, so that a later reading asks for what came after, and for as
/// much before it as history may show late. A sweep counts once all that it gave has been taken.
/// </summary>
internal sealed class HistoryMarks(Dictionary<string, DateTime> stored)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, DateTime> _swept = [];

    /// <summary>Nothing before is asked for, in UTC; null where nothing says.</summary>
    internal DateTime? BeginUtc { get; set; }

    /// <summary>The newest event of each place, in UTC.</summary>
    internal Dictionary<string, DateTime> All
    {
        get
        {
            lock (_lock)
                return new(stored);
        }
    }

    /// <summary>The place that was read least far, in UTC; null where none was.</summary>
    internal DateTime? EarliestUtc
    {
        get
        {
            lock (_lock)
                return stored.Count == 0 ? null : stored.Values.Min();
        }
    }

    /// <summary>From when on a place is to be asked, in UTC; null for all that it has.</summary>
    internal DateTime? StartOf(string place)
    {
        lock (_lock)
        {
            DateTime? late = stored.TryGetValue(place, out var newest) ? newest - EngineLimits.HistoryLateness : null;
            return late > BeginUtc ? late : BeginUtc ?? late;
        }
    }

    /// <summary>Notes that a place was asked to its end.</summary>
    internal void Swept(string place, DateTime newestUtc)
    {
        lock (_lock)
            _swept[place] = newestUtc;
    }

    /// <summary>Begins a reading.</summary>
    internal void BeginPass()
    {
        lock (_lock)
            _swept.Clear();
    }

    /// <summary>Ends a reading of which everything was taken.</summary>
    internal void EndPass()
    {
        lock (_lock)
        {
            foreach (var (place, newest) in _swept)
                stored[place] = stored.TryGetValue(place, out var before) && before > newest ? before : newest;
        }
    }
}
