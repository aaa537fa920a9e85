using System.Text;

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

    /// <summary>True while a text has begun and is not whole.</summary>
    public bool IsOpen => _text.Length > 0;

    /// <summary>Adds a line; gives the whole text where the line ends it, else null.</summary>
    public string? Add(string line)
    {
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
