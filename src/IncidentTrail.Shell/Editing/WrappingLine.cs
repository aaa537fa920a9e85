using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell.Editing;

/// <summary>Draws a line that wraps at the terminal's edge, by moving the cursor relative to where it stands.</summary>
internal sealed class WrappingLine(OutputChannel channel, Func<int> width) : ILineDisplay
{
    private const string ClearBelow = "\e[J";
    private const string ClearAll = "\e[H\e[2J";

    private string _prompt = "";
    private CellPlace _promptEnd;
    private int _cursorRow;

    public void Begin(string prompt)
    {
        channel.Write(prompt);
        _prompt = channel.OpenLine;
        var plain = new StringDecorated(_prompt).ToString(OutputRendering.PlainText);
        _promptEnd = LineLayout.Place(plain, default, width());
        if (_promptEnd is { Column: 0, Row: > 0 })
            channel.Draw("\r\n");
        _cursorRow = _promptEnd.Row;
    }

    public void Show(string text, int cursor)
    {
        var columns = width();
        var end = LineLayout.Place(text, _promptEnd, columns);
        var place = LineLayout.Place(text.AsSpan(0, cursor), _promptEnd, columns);

        var drawing = new StringBuilder();
        Up(drawing, _cursorRow);
        drawing.Append('\r').Append(ClearBelow).Append(_prompt).Append(text.ReplaceLineEndings("\r\n"));
        if (end.Column == 0 && end.Row > 0 && !text.EndsWith('\n'))
            drawing.Append("\r\n");
        Up(drawing, end.Row - place.Row);
        drawing.Append('\r');
        if (place.Column > 0)
            drawing.Append($"\e[{place.Column}C");

        channel.Draw(drawing.ToString());
        _cursorRow = place.Row;
    }

    public void End(string text)
    {
        Show(text, text.Length);
        if (LineLayout.Place(text, _promptEnd, width()) is not { Column: 0, Row: > 0 })
            channel.Draw("\r\n");
        channel.LineEnded();
    }

    public void ClearScreen()
    {
        channel.Draw(ClearAll);
        _cursorRow = 0;
    }

    private static void Up(StringBuilder drawing, int rows)
    {
        if (rows > 0)
            drawing.Append($"\e[{rows}A");
    }
}
