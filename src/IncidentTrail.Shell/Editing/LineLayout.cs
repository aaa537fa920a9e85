using System.Globalization;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell.Editing;

/// <summary>Where the cells of a text land on a terminal that wraps lines.</summary>
internal static class LineLayout
{
    /// <summary>The place after a text that starts in a column of row 0.</summary>
    public static CellPlace Place(ReadOnlySpan<char> text, CellPlace start, int width)
    {
        var (row, column) = start;
        while (!text.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            var element = text[..length];
            text = text[length..];
            if (element[^1] == '\n')
            {
                (row, column) = (row + 1, 0);
                continue;
            }

            var cells = CellWidth.OfElement(element);
            if (column + cells > width)
                (row, column) = (row + 1, 0);
            column += cells;
        }

        return column < width ? new CellPlace(row, column) : new CellPlace(row + 1, 0);
    }
}
