using System.Globalization;
using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Forms;

/// <summary>
/// Reads what Python prints of a dictionary: <c>{'type': 'Root', 'mfa': False, 'x': None}</c>. It can be read in one way only,
/// since Python escapes what would end a text.
/// </summary>
internal ref struct PythonText(string text)
{
    private readonly string _text = text;
    private int _at;

    /// <summary>The value; false where the text is something else.</summary>
    internal static bool TryRead(string text, out object? value)
    {
        var reader = new PythonText(text.Trim());
        return reader.TryValue(0, out value) && reader._at == reader._text.Length;
    }

    private char Next => _at < _text.Length ? _text[_at] : '\0';

    private bool TryValue(int depth, out object? value)
    {
        value = null;
        SkipSpace();
        if (depth > HostileLimits.DeepestPrinted)
            return false;
        switch (Next)
        {
            case '{':
                return TryObject(depth + 1, out value);
            case '[':
                return TryList(depth + 1, ']', out value);
            case '(':
                return TryList(depth + 1, ')', out value);
            case '\'' or '"':
                return TryTexts(out value);
            default:
                return TryWord(out value);
        }
    }

    private bool TryObject(int depth, out object? value)
    {
        var members = new TrailObjectBuilder();
        value = null;
        _at++;
        SkipSpace();
        while (Next != '}')
        {
            if (Next is not ('\'' or '"') || !TryText(out var name))
                return false;
            SkipSpace();
            if (Next != ':')
                return false;
            _at++;
            if (!TryValue(depth, out var member))
                return false;
            members.Add(name, member);
            if (!TryComma('}'))
                return false;
        }
        _at++;
        value = members.Build();
        return true;
    }

    private bool TryList(int depth, char end, out object? value)
    {
        var items = new List<object?>();
        value = null;
        _at++;
        SkipSpace();
        while (Next != end)
        {
            if (!TryValue(depth, out var item))
                return false;
            items.Add(item);
            if (!TryComma(end))
                return false;
        }
        _at++;
        value = items.ToArray();
        return true;
    }

    private bool TryComma(char end)
    {
        SkipSpace();
        if (Next == end)
            return true;
        if (Next != ',')
            return false;
        _at++;
        SkipSpace();
        return true;
    }

    // One text, or several that are one: so pprint breaks what is longer than a line.
    private bool TryTexts(out object? value)
    {
        var read = new StringBuilder();
        value = null;
        while (Next is '\'' or '"')
        {
            if (!TryText(out var part))
                return false;
            read.Append(part);
            SkipSpace();
        }
        value = read.ToString();
        return true;
    }

    private bool TryText(out string value)
    {
        var read = new StringBuilder();
        var quote = _text[_at++];
        value = "";
        while (Next != quote)
        {
            if (_at >= _text.Length)
                return false;
            if (Next != '\\')
            {
                read.Append(_text[_at++]);
                continue;
            }
            _at++;
            if (!TryEscape(read))
                return false;
        }
        _at++;
        value = read.ToString();
        return true;
    }

    private bool TryEscape(StringBuilder read)
    {
        var escape = Next;
        _at++;
        var digits = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            if (_at + digits > _text.Length
                || !int.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                || code > 0x10FFFF)
                return false;
            read.Append(code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString());
            _at += digits;
            return true;
        }
        char? plain = escape switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '\\' or '\'' or '"' => escape, _ => null };
        read.Append(plain);
        return plain is not null;
    }

    private bool TryWord(out object? value)
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Next) || Next is '.' or '-' or '+' or '_')
            _at++;
        var word = _text[start.._at];
        if (word == "b" && Next is '\'' or '"')
            return TryBytes(out value);
        if (Next == '(' && word.Length > 0 && char.IsAsciiLetter(word[0]))
            return TryCall(start, out value);
        value = word switch { "None" or "null" or "nan" or "NaN" => null, "True" or "true" => true, "False" or "false" => false, _ => Number(word) };
        return value is not null || word is "None" or "null" or "nan" or "NaN";
    }

    private bool TryBytes(out object? value)
    {
        if (!TryTexts(out value))
            return false;
        value = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes((string)value!));
        return true;
    }

    // What has no other form, as datetime.datetime(2026, 3, 10, tzinfo=tzutc()) stays what was printed.
    private bool TryCall(int start, out object? value)
    {
        var open = 0;
        value = null;
        do
        {
            switch (Next)
            {
                case '\0' when _at >= _text.Length:
                    return false;
                case '\'' or '"':
                    if (!TryText(out _))
                        return false;
                    continue;
                case '(' or '[' or '{':
                    open++;
                    break;
                case ')' or ']' or '}':
                    open--;
                    break;
            }
            _at++;
        }
        while (open > 0);
        value = _text[start.._at];
        return true;
    }

    private static object? Number(string word) =>
        decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? JsonNumber.Parse(Encoding.ASCII.GetBytes(word)) : null;

    private void SkipSpace()
    {
        while (Next is ' ' or '\n' or '\r' or '\t')
            _at++;
    }
}
