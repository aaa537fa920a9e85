using System.Text;

namespace IncidentTrail.Reports;

/// <summary>Plain text as HTML, for elements and for attributes in double quotes.</summary>
internal static class HtmlText
{
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

    /// <summary>A table's text, for elements: what does not fit is broken before an address's domain or behind a slash, and not in a name.</summary>
    internal static string Cell(string text) =>
        Of(text).Replace("@", "<wbr>@", StringComparison.Ordinal).Replace("/", "/<wbr>", StringComparison.Ordinal);

    /// <summary>Text of several lines, for an element that keeps them.</summary>
    internal static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of));
}
