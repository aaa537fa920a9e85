using System.Globalization;
using System.Text;

namespace IncidentTrail;

/// <summary>Text from a log, made safe to show: nothing in it can move a cursor or turn the direction of writing.</summary>
public static class TextForDisplay
{
    /// <summary>
    /// Control characters, and those that steer layout invisibly, become U+FFFD; line ends and tabs become spaces.
    /// </summary>
    public static string Plain(string text) => IsHarmless(text)
        ? text
        : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                span[i] = source[i] is '\r' or '\n' or '\t' ? ' ' : IsSteering(source[i]) ? '\uFFFD' : source[i];
        });

    /// <summary>JSON with such characters as its own escapes, so that it says the same; line ends are kept.</summary>
    internal static string Escaped(string json)
    {
        if (NextToEscape(json, 0) is not (>= 0 and var next))
            return json;
        var escaped = new StringBuilder(json.Length + 64);
        var from = 0;
        for (; next >= 0; next = NextToEscape(json, from))
        {
            escaped.Append(json, from, next - from).Append(CultureInfo.InvariantCulture, $"\\u{(int)json[next]:x4}");
            from = next + 1;
        }
        return escaped.Append(json, from, json.Length - from).ToString();
    }

    private static int NextToEscape(string json, int from)
    {
        while (from < json.Length && json.AsSpan(from).IndexOfAnyExceptInRange(' ', '~') is >= 0 and var skipped)
        {
            from += skipped;
            if (json[from] is not ('\n' or '\r') && IsSteering(json[from]))
                return from;
            from++;
        }
        return -1;
    }

    internal static bool IsSteering(char c) => char.IsControl(c)
        || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200D' or '\u200C' or '\u00AD'))
        || c is '\u2028' or '\u2029';

    // Nearly all text is ASCII: then one pass of the processor's widest steps tells.
    private static bool IsHarmless(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return true;
        foreach (var c in text)
        {
            if (IsSteering(c))
                return false;
        }
        return true;
    }
}
