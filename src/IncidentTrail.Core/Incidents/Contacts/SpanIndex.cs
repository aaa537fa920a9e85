namespace IncidentTrail.Incidents.Contacts;

/// <summary>Spans of time, found by a time within them: those that are over are passed over together.</summary>
internal sealed class SpanIndex<T>
{
    private readonly (long From, long To, T Item)[] _spans;

    // The latest end of each part of them: of a part and its two halves, as a heap has them.
    private readonly long[] _latest;

    /// <param name="items">What has spans.</param>
    /// <param name="spanOf">The span of one, as ticks; the end is not within it.</param>
    internal SpanIndex(IEnumerable<T> items, Func<T, (long From, long To)> spanOf)
    {
        _spans = [.. items.Select(i => (spanOf(i).From, spanOf(i).To, i)).OrderBy(s => s.From)];
        _latest = new long[Math.Max(1, 4 * _spans.Length)];
        if (_spans.Length > 0)
            Fill(1, 0, _spans.Length);
    }

    /// <summary>Those that a time is within, by when they begin.</summary>
    internal List<T> At(long ticks)
    {
        var found = new List<T>();
        if (_spans.Length > 0)
            Find(1, 0, _spans.Length, ticks, found);
        return found;
    }

    private void Find(int part, int first, int end, long ticks, List<T> found)
    {
        if (_latest[part] <= ticks || _spans[first].From > ticks)
            return;
        if (end - first == 1)
        {
            found.Add(_spans[first].Item);
            return;
        }
        var middle = (first + end) / 2;
        Find(2 * part, first, middle, ticks, found);
        Find((2 * part) + 1, middle, end, ticks, found);
    }

    private long Fill(int part, int first, int end)
    {
        if (end - first == 1)
            return _latest[part] = _spans[first].To;
        var middle = (first + end) / 2;
        return _latest[part] = Math.Max(Fill(2 * part, first, middle), Fill((2 * part) + 1, middle, end));
    }
}
