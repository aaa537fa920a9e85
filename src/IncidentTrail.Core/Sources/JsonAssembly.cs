using System.Text;
using IncidentTrail.Forms;

namespace IncidentTrail;

/// <summary>
/// Puts JSON text together that comes in lines, as what a program prints comes through a pipeline: a text is whole where
/// its brackets outside strings are.
/// </summary>
public sealed class JsonAssembly
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>True where a text begins as JSON does and not as the name of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isLine">True for a line of a program's output, which may hold a bracket alone; false for what somebody
    /// typed, which may be a wildcard such as <c>[ab]*.json</c>.</param>
    public static bool Begins(string text, bool isLine)
    {
        // A JSON text sequence has a record separator before each.
        text = ColourEscapes.Strip(text).TrimStart('\u001E');
        var start = text.AsSpan().TrimStart();
        if (start is ['"', ..] && start.IndexOfAny('{', '[') > 0)
            return true;
        // As Python prints a text, or bytes, that hold JSON.
        if (start is ['\'', '{' or '[', ..] or ['b', '\'', '{' or '[', ..])
            return true;
        return isLine
            ? start is ['{', ..] || text is ['[', ..] || (text.Contains('{') && (LinePrefix.Begins(text) || TextBeside.IsOfRecord(text)))
            : start is ['{' or '[', .. var rest] && rest.TrimStart() is ['{' or '[' or '"' or '}' or ']', ..];
    }

    /// <summary>True while a text has begun and is not whole.</summary>
    public bool IsOpen => _text.Length > 0;

    /// <summary>Adds a line; gives the whole text where the line ends it, else null.</summary>
    public string? Add(string line)
    {
        line = ColourEscapes.Strip(line);
        foreach (var c in line)
            Follow(c);
        _text.Append(line).Append('\n');
        return _depth <= 0 && !_inString ? Rest() : null;
    }

    /// <summary>What has been added and is not whole, or null; begins anew.</summary>
    public string? Rest()
    {
        var text = _text.Length > 0 ? _text.ToString() : null;
        _text.Clear();
        (_depth, _inString, _escaped) = (0, false, false);
        return text;
    }

    private void Follow(char c)
    {
        if (_inString)
        {
            _inString = _escaped || c != '"';
            _escaped = !_escaped && c == '\\';
            return;
        }
        _inString = c == '"';
        _depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
    }
}
