using System.Globalization;
using IncidentTrail.Tallies;
using IncidentTrail.Texts;

namespace IncidentTrail.Drawings;

/// <summary>
/// Draws when callers call: a row for each weekday and a cell for each hour. It holds a table for each caller, not the events.
/// </summary>
internal sealed class ActivityDrawing(DrawingOptions options, WorkHours work)
{
    private const int Label = 4;
    private const char OutsideSign = '!';

    private static readonly DayOfWeek[] s_week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    private readonly Dictionary<CallerKey, CallerActivity> _callers = [];
    private readonly int _cell = Math.Clamp((options.Width - Label) / 24, 1, 3);

    /// <summary>Adds an event; the records of one call, which share its id, count once for a caller.</summary>
    internal void Add(TrailEvent trailEvent)
    {
        var key = CallerKey.Of(trailEvent.Caller);
        if (!_callers.TryGetValue(key, out var activity))
            _callers.Add(key, activity = new CallerActivity(trailEvent.Caller));
        activity.Add(trailEvent.EventTimeUtc is { } time ? options.Clock(time) : null, trailEvent.SharedEventId);
    }

    /// <summary>The callers, those with the most calls outside the hours of work first.</summary>
    /// <param name="most">So many of them are drawn; the others are counted.</param>
    internal IEnumerable<DrawnLine> Lines(int most)
    {
        if (_callers.Count == 0)
            yield break;
        JoinCopies();
        foreach (var line in TextWidth.Wrap(Legend(), options.Width))
            yield return new DrawnLine(line, DrawnStyle.Soft);
        var callers = _callers.Values.Select(c => (Activity: c, Outside: c.Outside(work)))
            .OrderByDescending(c => c.Outside).ThenByDescending(c => c.Activity.Count).ThenBy(c => c.Activity.Caller.Name, StringComparer.Ordinal)
            .ThenBy(c => c.Activity.Caller.AccountId, StringComparer.Ordinal).ToList();
        var alike = callers.GroupBy(c => Name(c.Activity.Caller)).Where(c => c.Count() > 1).Select(c => c.Key).ToHashSet();
        foreach (var (activity, outside) in callers.Take(most))
        {
            yield return DrawnLine.Empty;
            foreach (var line in Caller(activity, outside, alike.Contains(Name(activity.Caller))))
                yield return line;
        }
        if (callers.Count > most)
        {
            yield return DrawnLine.Empty;
            yield return new DrawnLine(
                string.Create(CultureInfo.InvariantCulture, $"{callers.Count - most} more {Counted.Noun(callers.Count - most, "caller")}, {callers.Skip(most).Sum(c => c.Outside)} of whose calls were outside the hours of work."), DrawnStyle.Soft);
        }
    }

    private void JoinCopies()
    {
        foreach (var (copy, full) in CopiedCallers.Of(_callers.Values.Where(c => c.HasShared), c => c.Caller, (one, other) => one.SharesCallWith(other)))
        {
            full.Absorb(copy);
            _callers.Remove(CallerKey.Of(copy.Caller));
        }
    }

    private static (string, TrailCallerKind) Name(TrailCaller caller) => (caller.Name, caller.Kind);

    /// <param name="withAccount">Where another has its name and kind, the account says who it is.</param>
    private IEnumerable<DrawnLine> Caller(CallerActivity activity, long outside, bool withAccount)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"{Calls(activity.Count)}, {outside} outside the hours of work")
            + (activity.WithoutTime > 0 ? string.Create(CultureInfo.InvariantCulture, $", {activity.WithoutTime} without a readable time") : null);
        var account = withAccount ? $", {TextForDisplay.Plain(activity.Caller.AccountId ?? "no account")}" : null;
        var isFirst = true;
        foreach (var line in TextWidth.Wrap($"{TextForDisplay.Plain(activity.Caller.Name)} ({activity.Caller.Kind}{account}): {counts}", options.Width))
        {
            yield return new DrawnLine(line, isFirst ? DrawnStyle.Title : DrawnStyle.Plain);
            isFirst = false;
        }
        var most = activity.Most;
        if (most == 0)
            yield break;
        yield return Hours();
        foreach (var day in s_week)
            yield return Day(activity, day, most);
        yield return new DrawnLine(string.Create(CultureInfo.InvariantCulture, $"{new string(' ', Label)}{options.Signs.Levels[^1]} = {Calls(most)} in an hour of the week"), DrawnStyle.Soft);
    }

    private DrawnLine Hours()
    {
        var cells = new DrawnCells(Label + (24 * _cell), ' ', DrawnStyle.Soft);
        for (var hour = 0; hour < 24; hour += _cell == 1 ? 6 : 3)
            cells.Write(Label + (hour * _cell), hour.ToString("00", CultureInfo.InvariantCulture), DrawnStyle.Soft);
        return new DrawnLine([.. cells.Parts()]);
    }

    private DrawnLine Day(CallerActivity activity, DayOfWeek day, long most)
    {
        var cells = new DrawnCells(Label + (24 * _cell), ' ', DrawnStyle.Plain);
        cells.Write(0, CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName(day), DrawnStyle.Soft);
        for (var hour = 0; hour < 24; hour++)
        {
            var column = Label + (hour * _cell);
            var count = activity[day, hour];
            var works = work.Has(day, hour);
            if (count == 0)
            {
                // The hours of work are seen where nobody called, too.
                cells[column] = (works ? options.Signs.Lane : ' ', DrawnStyle.Soft);
                continue;
            }
            var levels = options.Signs.Levels;
            var style = works ? DrawnStyle.Mark : DrawnStyle.Outside;
            cells[column] = (levels[(int)(((count * levels.Length) - 1) / most)], style);
            // Where there is room for one sign only, that it was outside says more than how often.
            if (!works)
                cells[column + (_cell > 1 ? 1 : 0)] = (OutsideSign, style);
        }
        return new DrawnLine([.. cells.Parts()]);
    }

    private static string Calls(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {Counted.Noun(count, "call")}");

    private string Legend() =>
        $"Calls by hour and weekday in {ZoneName()}; {OutsideSign} marks calls outside "
        + string.Create(CultureInfo.InvariantCulture, $"{work.From:00} to {work.To:00} on {string.Join(", ", work.Days.Select(CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName))}.");

    // Where the system does not say what its zone is called, it is "Local", which says nothing.
    private string ZoneName() => options.TimeZone.Id is "Local" or "" ? $"local time ({options.TimeZone.DisplayName})" : options.TimeZone.Id;
}
