namespace IncidentTrail.Reports;

/// <summary>The records of a JSON report, numbered from 0 as in its list.</summary>
internal sealed class JsonRecords(bool includeSensitive)
{
    private readonly Dictionary<TrailEvent, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TrailEvent> _leftOut = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _lines = [];

    /// <summary>Each record as a line of JSON.</summary>
    internal IReadOnlyList<string> Lines => _lines;

    /// <summary>Adds a record once; one that cannot be masked for sure is left out, and has no number.</summary>
    internal void Add(TrailEvent trailEvent)
    {
        if (_numbers.ContainsKey(trailEvent) || _leftOut.Contains(trailEvent))
            return;
        if (!RecordMask.TryLine(trailEvent.View.Json, includeSensitive, out var line))
        {
            _leftOut.Add(trailEvent);
            return;
        }
        _numbers.Add(trailEvent, _lines.Count);
        _lines.Add(line);
    }

    /// <summary>The numbers of events' records.</summary>
    internal IEnumerable<int> NumbersOf(IEnumerable<TrailEvent> events)
    {
        foreach (var trailEvent in events)
        {
            if (_numbers.TryGetValue(trailEvent, out var number))
                yield return number;
        }
    }
}
