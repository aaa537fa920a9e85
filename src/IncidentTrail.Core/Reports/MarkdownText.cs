using System.Text;

namespace IncidentTrail.Reports;

/// <summary>Plain text as Markdown that shows it as it is: no markup, no HTML, no link that makes itself.</summary>
internal static class MarkdownText
{
    internal static string Of(string text)
    {
        var plain = TextForDisplay.Plain(text);
        var markdown = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (c is '&' or '<' or '>' or '@' or '|' or '`' || (c == ':' && i + 1 < plain.Length && plain[i + 1] == '/') || IsDotOfWww(plain, i))
                markdown.Append("&#").Append((int)c).Append(';');
            else if (c is '\\' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '~' or '!' or '$' or '^')
                markdown.Append('\\').Append(c);
            else
                markdown.Append(c);
        }
        return AtStart(markdown.ToString());
    }

    private static bool IsDotOfWww(string text, int at) =>
        text[at] == '.' && at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    // A line that begins with one of these, or with a number and a dot, would be a list or a rule.
    private static string AtStart(string text)
    {
        var trimmed = text.TrimStart();
        if (trimmed.Length == 0)
            return trimmed;
        if (trimmed[0] is '-' or '+' or '=')
            return "\\" + trimmed;
        var digits = trimmed.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && trimmed[digits] is '.' or ')' ? trimmed.Insert(Math.Max(digits, 0), "\\") : trimmed;
    }
}
