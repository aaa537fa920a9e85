using System.Globalization;

namespace IncidentTrail.Reports;

/// <summary>
/// Draws a timeline as SVG inside the page: a lane for each caller, the status as bands behind, each step a link to its
/// row. Hover and focus show what a step says, without a script.
/// </summary>
internal static class HtmlDrawing
{
    private const double Width = 960;
    private const double Left = 210;
    private const double Right = 30;
    private const double Top = 46;
    private const double LaneHeight = 30;
    private const double ReadoutHeight = 58;
    private const int ReadoutColumns = 128;
    private const int LaneColumns = 28;

    private static readonly int[] s_tickMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 43200];

    internal static void Write(TextWriter writer, ReportDrawing drawing)
    {
        var scale = new Scale(drawing.FromUtc, drawing.ToUtc);
        var bottom = Top + (drawing.Lanes.Count * LaneHeight);
        writer.WriteLine("<figure><div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Drawn timeline; the table below says the same\">");
        writer.WriteLine($"<svg viewBox=\"0 0 {N(Width)} {N(bottom + 30 + ReadoutHeight)}\" xmlns=\"http://www.w3.org/2000/svg\">");
        foreach (var band in drawing.Bands)
            Band(writer, band, scale, bottom);
        Ticks(writer, scale, bottom);
        for (var i = 0; i < drawing.Lanes.Count; i++)
            Lane(writer, drawing.Lanes[i], Top + (i * LaneHeight));
        foreach (var mark in drawing.Marks)
            Mark(writer, mark, scale, bottom);
        writer.WriteLine("</svg></div>");
        writer.WriteLine("<figcaption>Triangle: start. Square: status. Diamond: engagement and page. Circle: anything else. Cross: failed. Hollow and dashed: inferred. Bands behind: the status. Point at a step or move to it with the Tab key to read it; follow it to its row.</figcaption>");
        writer.WriteLine("</figure>");
    }

    private static void Band(TextWriter writer, ReportDrawing.Band band, Scale scale, double bottom)
    {
        var (from, to) = (scale.Of(band.FromUtc), scale.Of(band.ToUtc));
        var kind = band.Status switch { "OPEN" => "open", "RESOLVED" => "resolved", _ => "unknown" };
        writer.Write($"<rect class=\"band-{kind}\" x=\"{N(from)}\" y=\"{N(Top - 24)}\" width=\"{N(Math.Max(to - from, 2))}\" height=\"{N(bottom - Top + 24)}\"><title>{HtmlText.Inside(band.Status)}</title></rect>");
        // A name that does not fit its band stands above it, and ends where the band does.
        var fits = to - from > (band.Status.Length * 8) + 8;
        writer.Write(fits
            ? $"<text class=\"soft\" x=\"{N(from + 4)}\" y=\"{N(Top - 10)}\">{HtmlText.Inside(band.Status)}</text>"
            : $"<text class=\"soft\" x=\"{N(to)}\" y=\"{N(Top - 28)}\" text-anchor=\"end\">{HtmlText.Inside(band.Status)}</text>");
        writer.WriteLine();
    }

    private static void Lane(TextWriter writer, string name, double top)
    {
        var shown = name.Length > LaneColumns ? name[..(LaneColumns - 1)] + "…" : name;
        writer.WriteLine($"<line class=\"grid\" x1=\"0\" x2=\"{N(Width)}\" y1=\"{N(top)}\" y2=\"{N(top)}\"/><text x=\"4\" y=\"{N(top + 20)}\">{HtmlText.Inside(shown)}<title>{HtmlText.Inside(name)}</title></text>");
    }

    private static void Ticks(TextWriter writer, Scale scale, double bottom)
    {
        foreach (var (time, label) in scale.Ticks())
        {
            var x = scale.Of(time);
            writer.WriteLine($"<line class=\"grid\" x1=\"{N(x)}\" x2=\"{N(x)}\" y1=\"{N(Top)}\" y2=\"{N(bottom)}\"/><text class=\"soft\" x=\"{N(x)}\" y=\"{N(bottom + 18)}\" text-anchor=\"middle\">{label}</text>");
        }
        writer.WriteLine($"<line class=\"grid\" x1=\"0\" x2=\"{N(Width)}\" y1=\"{N(bottom)}\" y2=\"{N(bottom)}\"/>");
    }

    private static void Mark(TextWriter writer, ReportDrawing.Mark mark, Scale scale, double bottom)
    {
        var (x, y) = (scale.Of(mark.TimeUtc), Top + (mark.Lane * LaneHeight) + (LaneHeight / 2));
        var kind = (mark.Failed, mark.Inferred) switch { (true, _) => " class=\"failed\"", (_, true) => " class=\"inferred\"", _ => null };
        var text = HtmlText.Of(mark.Text);
        writer.Write($"<a href=\"#{mark.Target}\"{kind} aria-label=\"{text}\"><path class=\"mark\" d=\"{Shape(mark, x, y)}\"/>");
        writer.Write($"<g class=\"readout\" aria-hidden=\"true\"><rect x=\"1\" y=\"{N(bottom + 26)}\" width=\"{N(Width - 2)}\" height=\"{N(ReadoutHeight - 2)}\"/>");
        var line = 0;
        foreach (var part in Lines(TextForDisplay.Plain(mark.Text)))
            writer.Write($"<text x=\"10\" y=\"{N(bottom + 43 + (15 * line++))}\">{HtmlText.Inside(part)}</text>");
        writer.WriteLine("</g></a>");
    }

    private static string Shape(ReportDrawing.Mark mark, double x, double y) => mark switch
    {
        { Failed: true } => $"M{N(x - 6)} {N(y - 6)}L{N(x + 6)} {N(y + 6)}M{N(x - 6)} {N(y + 6)}L{N(x + 6)} {N(y - 6)}",
        { Kind: TrailStepKind.Start } => $"M{N(x - 5)} {N(y - 7)}L{N(x + 7)} {N(y)}L{N(x - 5)} {N(y + 7)}Z",
        { Kind: TrailStepKind.Status } => $"M{N(x - 6)} {N(y - 6)}H{N(x + 6)}V{N(y + 6)}H{N(x - 6)}Z",
        { Kind: TrailStepKind.Engagement or TrailStepKind.Disengagement or TrailStepKind.Acknowledgement or TrailStepKind.Delivery } =>
            $"M{N(x)} {N(y - 8)}L{N(x + 8)} {N(y)}L{N(x)} {N(y + 8)}L{N(x - 8)} {N(y)}Z",
        _ => $"M{N(x - 5)} {N(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z",
    };

    // Three lines are as much as the room below takes; the row has the whole text.
    private static IEnumerable<string> Lines(string text)
    {
        for (var line = 0; line < 3 && text.Length > 0; line++)
        {
            if (text.Length <= ReadoutColumns)
            {
                yield return text;
                yield break;
            }
            var end = text.LastIndexOf(' ', ReadoutColumns);
            end = end <= 0 ? ReadoutColumns : end;
            if (char.IsHighSurrogate(text[end - 1]))
                end--;
            yield return line == 2 ? text[..end] + "…" : text[..end];
            text = text[end..].TrimStart();
        }
    }

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed class Scale
    {
        private readonly DateTime _from;
        private readonly double _seconds;

        internal Scale(DateTime from, DateTime to) => (_from, _seconds) = (from, (to - from).TotalSeconds);

        internal double Of(DateTime time) => _seconds <= 0
            ? (Left + Width - Right) / 2
            : Left + ((time - _from).TotalSeconds / _seconds * (Width - Left - Right));

        internal IEnumerable<(DateTime Time, string Label)> Ticks()
        {
            var step = TimeSpan.FromMinutes(Array.Find(s_tickMinutes, m => _seconds / (m * 60d) <= 8) is var m and > 0 ? m : _seconds / 480);
            var format = step >= TimeSpan.FromDays(1) ? "MMM d" : _seconds > 86_400 ? "MMM d HH:mm" : "HH:mm";
            for (var time = new DateTime(_from.Ticks - (_from.Ticks % step.Ticks), DateTimeKind.Utc); (time - _from).TotalSeconds <= _seconds; time += step)
            {
                if (time >= _from)
                    yield return (time, time.ToString(format, CultureInfo.InvariantCulture) + (step < TimeSpan.FromDays(1) ? "Z" : null));
                if (DateTime.MaxValue - time < step)
                    yield break;
            }
        }
    }
}
