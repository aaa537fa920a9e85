using System.Globalization;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell.Editing;

/// <summary>
/// Draws a line on a terminal that cannot move its cursor: only a carriage return and plain characters, a window of the
/// text that fits the terminal's width.
/// </summary>
internal sealed class ScrollingLine(OutputChannel channel, Func<int> width) : ILineDisplay
{
    private string _prompt = "";
    private int _drawnCells;

    public void Begin(string prompt)
    {
        channel.Write(prompt);
        _prompt = channel.OpenLine;
        _drawnCells = 0;
    }

    public void Show(string text, int cursor)
    {
        var flat = text.Replace('\n', ' ');
        var room = Math.Max(8, width() - CellWidth.Of(_prompt) - 1);
        var start = WindowStart(flat, cursor, room);
        var visible = flat[start..WindowEnd(flat, start, room)];
        var cells = CellWidth.Of(visible);
        var erase = new string(' ', Math.Max(0, _drawnCells - cells));
        channel.Draw($"\r{_prompt}{visible}{erase}\r{_prompt}{flat[start..cursor]}");
        _drawnCells = cells;
    }

    public void End(string text)
    {
        Show(text, text.Length);
        channel.Draw(Environment.NewLine);
        channel.LineEnded();
    }

    public void ClearScreen()
    {
        channel.Draw(Environment.NewLine);
        _drawnCells = 0;
    }

    /// <summary>The first place from which everything up to the cursor fits.</summary>
    private static int WindowStart(string text, int cursor, int room)
    {
        var start = 0;
        while (CellWidth.Of(text.AsSpan(start, cursor - start)) > room)
            start += StringInfo.GetNextTextElementLength(text, start);
        return start;
    }

    private static int WindowEnd(string text, int start, int room)
    {
        var end = start;
        var cells = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            cells += CellWidth.OfElement(text.AsSpan(end, length));
            if (cells > room)
                break;
            end += length;
        }

        return end;
    }
}
