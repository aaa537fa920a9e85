using System.Text;

namespace IncidentTrail.Reports;

/// <summary>Plain text as HTML, for elements and for attributes in double quotes.</summary>
internal static class HtmlText
{
    // The first letter of Hebrew: nothing before it changes the direction of a text.
    private const char FirstFromRight = '\u0590';

    internal static string Of(string text)
    {
        var plain = TextForDisplay.Plain(text);
        if (plain.AsSpan().IndexOfAny("&<>\"'") < 0)
            return plain;
        var html = new StringBuilder(plain.Length + 16);
        foreach (var c in plain)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }
        return html.ToString();
    }

    /// <summary>Plain text inside an element, where quotation marks are themselves.</summary>
    internal static string Inside(string text) => TextForDisplay.Plain(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A table's text: what does not fit is broken before an address's domain or behind a slash, and not in a name.</summary>
    internal static string Cell(string text) =>
        Inside(text).Replace("@", "<wbr>@", StringComparison.Ordinal).Replace("/", "/<wbr>", StringComparison.Ordinal);

    /// <summary>What stands in an element, kept apart from the text around it where it may run from right to left.</summary>
    internal static string Apart(string html) => html.AsSpan().IndexOfAnyInRange(FirstFromRight, char.MaxValue) < 0 ? html : $"<bdi>{html}</bdi>";

    /// <summary>Indented JSON, for an element that keeps its lines; a tab is as wide there as an indentation of two blanks.</summary>
    internal static string Json(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Line));

    private static string Line(string line)
    {
        var blanks = line.Length - line.TrimStart(' ').Length;
        return new string('\t', blanks / 2) + Inside(line[(blanks - (blanks % 2))..]);
    }
}
