namespace IncidentTrail.Sources.History;

/// <summary>
/// From when and up to when each account and Region of Event history was read, so that a later reading asks for what came after,
/// for as much before it as history may show late, and for what an earlier window left out. A sweep counts once all that it gave
/// has been taken.
/// </summary>
/// <param name="stored">
/// What was read of each place, and is kept for later runs. A mark is one span of time: of a window that leaves a gap behind it none
/// is kept, and this run alone goes on from there.
/// </param>
internal sealed class HistoryMarks(Dictionary<string, HistoryMark> stored)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, HistoryMark> _ofRun = [];

    // What the reading under way has asked to the end, by the place and by where it is noted once all of it was taken.
    private readonly Dictionary<string, (Dictionary<string, HistoryMark> Marks, HistoryMark Mark)> _swept = [];
    private bool _lacksPlace;

    /// <summary>Nothing before is asked for by any run, in UTC, as of a watching; null where nothing says.</summary>
    internal DateTime? BeginUtc { get; set; }

    /// <summary>What was read of each place.</summary>
    internal Dictionary<string, HistoryMark> All
    {
        get
        {
            lock (_lock)
                return new(stored);
        }
    }

    /// <summary>No later reading asks for what was before, in UTC; null where one may.</summary>
    internal DateTime? SettledUtc
    {
        get
        {
            lock (_lock)
                return stored.Count == 0 || MayBeAskedAgain ? null : stored.Values.Min(mark => mark.SettledUtc);
        }
    }

    // A place that could not be read to its end has given events that it will give again; a wider window asks for what is before.
    private bool MayBeAskedAgain => _lacksPlace || (BeginUtc is null && stored.Values.Any(mark => mark.FromUtc is not null));

    /// <summary>What a place is to be asked for of a window, in UTC; null is without a bound.</summary>
    internal IReadOnlyList<(DateTime? StartUtc, DateTime? EndUtc)> PartsOf(string place, DateTime? startUtc, DateTime? endUtc)
    {
        lock (_lock)
        {
            var begin = startUtc > BeginUtc ? startUtc : BeginUtc ?? startUtc;
            if (MarksFor(place, startUtc) is not { } marks)
                return [(begin, endUtc)];
            var mark = marks[place];
            (DateTime?, DateTime?) onward = (mark.OnwardFrom(begin), endUtc);
            // What is before a beginning no run asks for.
            if (BeginUtc is not null || mark.LackedUpTo(startUtc) is not { } lacked)
                return [onward];
            return [onward, (startUtc, endUtc < lacked ? endUtc : lacked)];
        }
    }

    /// <summary>Notes that a place was asked to its end, for what <see cref="PartsOf"/> says of a window.</summary>
    internal void Swept(string place, DateTime newestUtc, DateTime? startUtc, DateTime? endUtc)
    {
        lock (_lock)
        {
            var window = new HistoryMark(newestUtc, startUtc);
            if (MarksFor(place, startUtc) is not { } marks)
                _swept[place] = (stored, window);
            else if (marks[place].IsGapBefore(startUtc))
                _swept[place] = (_ofRun, window);
            else
                _swept[place] = (marks, marks[place].Joined(newestUtc, startUtc, endUtc));
        }
    }

    /// <summary>Notes that a place could not be asked, or not to its end.</summary>
    internal void NotSwept()
    {
        lock (_lock)
            _lacksPlace = true;
    }

    /// <summary>Begins a reading.</summary>
    internal void BeginPass()
    {
        lock (_lock)
        {
            _swept.Clear();
            _lacksPlace = false;
        }
    }

    /// <summary>Ends a reading of which everything was taken.</summary>
    internal void EndPass()
    {
        lock (_lock)
        {
            foreach (var (place, (marks, mark)) in _swept)
                marks[place] = mark;
        }
    }

    // The marks that hold what a window goes on from: those of this run where it went on behind a gap, and the window is not wider.
    private Dictionary<string, HistoryMark>? MarksFor(string place, DateTime? startUtc) =>
        _ofRun.TryGetValue(place, out var mark) && startUtc >= mark.FromUtc ? _ofRun : stored.ContainsKey(place) ? stored : null;
}
