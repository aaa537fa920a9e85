namespace IncidentTrail.Drawings;

/// <summary>A row of cells of one character each, written into at any column.</summary>
internal sealed class DrawnCells(int width, char background, DrawnStyle style)
{
    private readonly (char Sign, DrawnStyle Style)[] _cells = [.. Enumerable.Repeat((background, style), width)];

    internal (char Sign, DrawnStyle Style) this[int column]
    {
        get => _cells[column];
        set => _cells[column] = value;
    }

    /// <summary>Writes a text of signs that take one cell each; what is beyond the row is left out.</summary>
    internal void Write(int column, string text, DrawnStyle style)
    {
        for (var i = 0; i < text.Length && column + i < _cells.Length; i++)
            _cells[column + i] = (text[i], style);
    }

    /// <summary>The cells as parts, those of one style joined.</summary>
    internal IEnumerable<(string Text, DrawnStyle Style)> Parts()
    {
        for (var start = 0; start < _cells.Length;)
        {
            var end = start + 1;
            while (end < _cells.Length && _cells[end].Style == _cells[start].Style)
                end++;
            yield return (new string([.. _cells[start..end].Select(c => c.Sign)]), _cells[start].Style);
            start = end;
        }
    }
}
