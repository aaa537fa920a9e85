namespace IncidentTrail.Sessions;

/// <summary>
/// Where the events delivered were found, by their numbers: they come log by log, and mostly one record behind the other, so the first of
/// each row of such tells where the others are.
/// </summary>
internal sealed class DuplicatePlaces
{
    private readonly List<TrailLog> _logs = [];
    private readonly List<uint> _logFirsts = [];
    private readonly Pieces<(uint First, int Index)> _rows = new();
    private uint _count;
    private int _next;

    /// <summary>Adds an event; gives its number, from 0 on.</summary>
    internal uint Add(TrailLog log, int index)
    {
        if (_logs.Count == 0 || !ReferenceEquals(_logs[^1], log))
        {
            _logs.Add(log);
            _logFirsts.Add(_count);
            _rows.Add((_count, index));
        }
        else if (index != _next)
            _rows.Add((_count, index));
        _next = index + 1;
        return _count++;
    }

    /// <summary>Where an event was found.</summary>
    internal (TrailLog Log, int Index) Of(uint number)
    {
        var log = _logFirsts.BinarySearch(number);
        var (low, high) = (0, _rows.Count - 1);
        while (low < high)
        {
            var middle = high - (high - low) / 2;
            if (_rows[middle].First <= number)
                low = middle;
            else
                high = middle - 1;
        }
        var row = _rows[low];
        return (_logs[log < 0 ? ~log - 1 : log], row.Index + (int)(number - row.First));
    }
}
