namespace IncidentTrail.Sources.History;

/// <summary>
/// From when and up to when each account and Region of Event history was read, so that a later reading asks for what came after,
/// for as much before it as history may show late, and for what an earlier window left out. A sweep counts once all that it gave
/// has been taken.
/// </summary>
internal sealed class HistoryMarks(Dictionary<string, HistoryMark> stored)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, (HistoryMark Mark, bool IsApart)> _swept = [];
    private readonly Dictionary<string, HistoryMark> _apart = [];
    private bool _lacksPlace;

    /// <summary>Nothing before is asked for, in UTC; null where nothing says.</summary>
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

    /// <summary>
    /// No later reading asks for what was before, in UTC; null where one may: a wider window asks for it, and a place that could not
    /// be read to its end has given events that it will give again.
    /// </summary>
    internal DateTime? SettledUtc
    {
        get
        {
            lock (_lock)
                return stored.Count == 0 || _lacksPlace || (BeginUtc is null && stored.Values.Any(mark => mark.FromUtc is not null)) ? null : stored.Values.Min(mark => mark.NewestUtc) - EngineLimits.HistoryLateness;
        }
    }

    /// <summary>What a place is to be asked for of a window, in UTC; null is without a bound.</summary>
    internal IReadOnlyList<(DateTime? StartUtc, DateTime? EndUtc)> PartsOf(string place, DateTime? startUtc, DateTime? endUtc)
    {
        lock (_lock)
        {
            var begin = Later(startUtc, BeginUtc);
            if (MarkOf(place, startUtc) is not { Mark: var mark })
                return [(begin, endUtc)];
            var late = mark.NewestUtc - EngineLimits.HistoryLateness;
            var onward = begin > late ? begin.Value : late;
            if (BeginUtc is not null || mark.FromUtc is not { } from || startUtc >= from || startUtc >= onward)
                return [(onward, endUtc)];
            var before = LastSecondBefore(from < onward ? from : onward);
            return [(onward, endUtc), (startUtc, endUtc < before ? endUtc : before)];
        }
    }

    /// <summary>Notes that a place was asked to its end, for what <see cref="PartsOf"/> says of a window.</summary>
    internal void Swept(string place, DateTime newestUtc, DateTime? startUtc, DateTime? endUtc)
    {
        lock (_lock)
        {
            if (MarkOf(place, startUtc) is not var (before, isApart))
            {
                _swept[place] = (new HistoryMark(newestUtc, startUtc), false);
                return;
            }
            // A window that begins after what was read leaves something out between, and is gone on with by this run alone.
            if (startUtc > before.NewestUtc - EngineLimits.HistoryLateness && !(startUtc <= before.FromUtc))
            {
                _swept[place] = (new HistoryMark(newestUtc, startUtc), true);
                return;
            }
            // So does one that ends before it.
            var precedes = !(startUtc >= before.FromUtc) && !(endUtc < before.FromUtc);
            _swept[place] = (new HistoryMark(
                newestUtc > before.NewestUtc ? newestUtc : before.NewestUtc,
                before.FromUtc is not null && precedes ? startUtc : before.FromUtc), isApart);
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
            foreach (var (place, (mark, isApart)) in _swept)
                (isApart ? _apart : stored)[place] = mark;
        }
    }

    private (HistoryMark Mark, bool IsApart)? MarkOf(string place, DateTime? startUtc) =>
        _apart.TryGetValue(place, out var apart) && startUtc >= apart.FromUtc ? (apart, true)
        : stored.TryGetValue(place, out var mark) ? (mark, false) : null;

    private static DateTime? Later(DateTime? one, DateTime? other) => one > other ? one : other ?? one;

    // History tells times in whole seconds, and what is asked for ends with the whole of one.
    private static DateTime LastSecondBefore(DateTime time) =>
        new DateTime((time.Ticks - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, time.Kind);
}
