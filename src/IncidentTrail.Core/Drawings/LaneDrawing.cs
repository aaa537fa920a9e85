using System.Globalization;
using IncidentTrail.Reports;
using IncidentTrail.Texts;

namespace IncidentTrail.Drawings;

/// <summary>The lanes of an incident, with the status above and the clock below.</summary>
internal sealed class LaneDrawing
{
    private const string StatusLabel = "status";

    private static readonly int[] s_tickSeconds =
        [1, 5, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 2592000];

    private readonly ReportDrawing _drawing;
    private readonly DrawingOptions _options;
    private readonly int _label;
    private readonly int _columns;
    private readonly double _seconds;

    internal LaneDrawing(ReportDrawing drawing, DrawingOptions options)
    {
        (_drawing, _options) = (drawing, options);
        var longest = drawing.Lanes.Select(l => TextWidth.Of(TextForDisplay.Plain(l))).Append(StatusLabel.Length).Max();
        _label = Math.Min(longest, options.Width / 3);
        _columns = Math.Max(options.Width - _label - 1, 1);
        _seconds = (drawing.ToUtc - drawing.FromUtc).TotalSeconds;
    }

    internal IEnumerable<DrawnLine> Lines()
    {
        if (_drawing.Bands.Count > 0)
            yield return Line(StatusLabel, Bands());
        for (var lane = 0; lane < _drawing.Lanes.Count; lane++)
            yield return Line(TextForDisplay.Plain(_drawing.Lanes[lane]), Marks(lane));
        yield return Line(_options.Offset(_drawing.FromUtc), Ticks());
        foreach (var line in TextWidth.Wrap(Legend(), _options.Width))
            yield return new DrawnLine(line, DrawnStyle.Soft);
    }

    private DrawnLine Line(string label, DrawnCells cells)
    {
        var shown = TextWidth.Cut(label, _label, _options.Signs.More);
        return new DrawnLine([(shown + new string(' ', _label - TextWidth.Of(shown) + 1), DrawnStyle.Soft), .. cells.Parts()]);
    }

    private DrawnCells Bands()
    {
        var cells = new DrawnCells(_columns, ' ', DrawnStyle.Plain);
        foreach (var band in _drawing.Bands)
        {
            var (from, to) = (Column(band.FromUtc), Column(band.ToUtc));
            var (sign, style) = band.Status switch
            {
                "OPEN" => (_options.Signs.Open, DrawnStyle.Open),
                "RESOLVED" => (_options.Signs.Resolved, DrawnStyle.Resolved),
                _ => (_options.Signs.Unknown, DrawnStyle.Soft),
            };
            cells.Write(from, new string(sign, to - from + 1), style);
            // A name that does not fit its band is left to the steps below.
            if (band.Status.Length + 2 <= to - from + 1)
                cells.Write(from, $"{band.Status} ", style);
        }
        return cells;
    }

    private DrawnCells Marks(int lane)
    {
        var cells = new DrawnCells(_columns, _options.Signs.Lane, DrawnStyle.Soft);
        foreach (var column in _drawing.Marks.Where(m => m.Lane == lane).GroupBy(m => Column(m.TimeUtc)))
        {
            var marks = column.ToList();
            var style = marks.Exists(m => m.Failed) ? DrawnStyle.Failed : DrawnStyle.Mark;
            cells[column.Key] = marks switch
            {
                [var only] => (_options.Signs.Of(only.Kind, only.Failed, only.Inferred), style),
                { Count: < 10 } => ((char)('0' + marks.Count), style),
                _ => ('+', style),
            };
        }
        return cells;
    }

    private DrawnCells Ticks()
    {
        var cells = new DrawnCells(_columns, ' ', DrawnStyle.Soft);
        var step = Array.Find(s_tickSeconds, s => _seconds / s * 14 <= _columns) is var found and > 0 ? found : s_tickSeconds[^1] * Math.Ceiling(_seconds * 14 / _columns / s_tickSeconds[^1]);
        var format = step >= 86_400 ? "MMM d" : _seconds > 86_400 ? "MMM d HH:mm" : step < 60 ? "HH:mm:ss" : "HH:mm";
        var start = _options.Clock(_drawing.FromUtc);
        var first = _drawing.FromUtc.AddSeconds(-(start.TimeOfDay.TotalSeconds % step));
        var free = 0;
        for (var time = first; (time - _drawing.FromUtc).TotalSeconds <= _seconds; time = time.AddSeconds(step))
        {
            if ((DateTime.MaxValue - time).TotalSeconds <= step)
                break;
            if (time < _drawing.FromUtc && _seconds > 0)
                continue;
            var label = _options.Clock(time < _drawing.FromUtc ? _drawing.FromUtc : time).ToString(_seconds > 0 ? format : "HH:mm:ss", CultureInfo.InvariantCulture);
            var column = Column(time < _drawing.FromUtc ? _drawing.FromUtc : time);
            if (column >= free && column + label.Length <= _columns)
            {
                cells.Write(column, label, DrawnStyle.Soft);
                free = column + label.Length + 1;
            }
        }
        return cells;
    }

    private int Column(DateTime time) =>
        _seconds <= 0 ? 0 : (int)((time - _drawing.FromUtc).TotalSeconds / _seconds * (_columns - 1));

    // Only what is drawn is explained.
    private string Legend()
    {
        var signs = _options.Signs;
        var marks = _drawing.Marks;
        var parts = new List<string>();
        foreach (var (pair, name) in new[] { (signs.Start, "start"), (signs.Status, "status"), (signs.Page, "engagement and page"), (signs.Other, "anything else") })
        {
            if (marks.Any(m => !m.Failed && pair.Contains(signs.Of(m.Kind, failed: false, inferred: false), StringComparison.Ordinal)))
                parts.Add($"{pair[0]} {name}");
        }
        if (marks.Any(m => m.Failed))
            parts.Add($"{signs.Failed[0]} failed");
        if (marks.Any(m => m.Inferred && !m.Failed))
            parts.Add($"{string.Concat(new[] { signs.Start, signs.Status, signs.Page, signs.Other }.Select(p => p[1]))} inferred");
        if (marks.GroupBy(m => (m.Lane, Column(m.TimeUtc))).Any(g => g.Skip(1).Any()))
            parts.Add("a number: so many steps in one place");
        return string.Join(", ", parts);
    }
}
