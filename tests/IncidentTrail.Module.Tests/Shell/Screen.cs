using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>A terminal that understands the few sequences an edited line is drawn with, and holds back no character.</summary>
internal sealed partial class Screen(int width) : TextWriter
{
    private readonly List<string[]> _rows = [];
    private int _row;
    private int _column;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The rows without the blanks at their ends.</summary>
    public string[] Rows => [.. _rows.Select(row => string.Concat(row).TrimEnd())];

    /// <summary>Row and column of the cursor.</summary>
    public (int Row, int Column) Cursor => (_row, Math.Min(_column, width - 1));

    public override void Write(string? value)
    {
        var text = value!;
        while (text.Length > 0)
        {
            var sequence = Sequence().Match(text);
            var length = sequence.Success ? sequence.Length : ElementLength(text);
            if (sequence.Success)
                Obey(sequence.Groups["command"].Value, sequence.Groups["count"].Value);
            else
                Put(text[..length]);
            text = text[length..];
        }
    }

    private static int ElementLength(string text) =>
        text[0] is '\r' or '\n' ? 1 : StringInfo.GetNextTextElementLength(text);

    private void Obey(string command, string count)
    {
        switch (command)
        {
            case "A":
                _row -= int.Parse(count, CultureInfo.InvariantCulture);
                break;
            case "C":
                _column += int.Parse(count, CultureInfo.InvariantCulture);
                break;
            case "J":
                Array.Fill(Row(), " ", _column, width - _column);
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                break;
        }
    }

    private void Put(string element)
    {
        if (element == "\r")
        {
            _column = 0;
            return;
        }

        if (element == "\n")
        {
            _row++;
            return;
        }

        var cells = CellWidth.OfElement(element);
        if (_column + cells > width)
            (_row, _column) = (_row + 1, 0);
        Row()[_column] = element;
        Array.Fill(Row(), "", _column + 1, cells - 1);
        _column += cells;
    }

    private string[] Row()
    {
        while (_rows.Count <= _row)
            _rows.Add([.. Enumerable.Repeat(" ", width)]);
        return _rows[_row];
    }

    [GeneratedRegex(@"\A\e\[(?<count>\d*)(?<command>[A-Z])")]
    private static partial Regex Sequence();
}
