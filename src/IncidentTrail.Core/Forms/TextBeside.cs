using System.Text;

namespace IncidentTrail.Forms;

/// <summary>
/// Text that stands on the line of an object and can be no part of a record: a key, a level, the columns of a table, SQL's INSERT.
/// A record has a quote or a brace in whatever part of it is left. A line of its own may have been a record.
/// </summary>
internal static class TextBeside
{
    // More before its record no program writes.
    private const int Longest = 4096;

    /// <summary>True for text that can be no part of a record.</summary>
    internal static bool IsPlain(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny("\"{}[]"u8) >= 0)
            return false;
        foreach (var c in Encoding.UTF8.GetString(text))
        {
            if (c == '\uFFFD' || (c < ' ' && c is not ('\n' or '\r' or '\t')))
                return false;
        }
        return true;
    }

    /// <summary>How many bytes of it stand before the first brace of a line, a thread or a time in brackets among them; 0 where something else does.</summary>
    internal static int Before(ReadOnlySpan<byte> data)
    {
        var line = data[..Math.Min(data.Length, Longest)];
        var length = line.IndexOfAny((byte)'{', (byte)'\n');
        if (length <= 0 || line[length] == '\n')
            return 0;
        for (var left = line[..length]; ;)
        {
            var open = left.IndexOf((byte)'[');
            if (open < 0)
                return IsPlain(left) ? length : 0;
            var close = left[open..].IndexOf((byte)']');
            if (close < 2 || !IsPlain(left[..open]) || !IsPlain(left[(open + 1)..(open + close)]))
                return 0;
            left = left[(open + close + 1)..];
        }
    }

    /// <summary>The same of a text.</summary>
    internal static int Before(string text)
    {
        var brace = text.IndexOf('{');
        return brace > 0 && Before(Encoding.UTF8.GetBytes(text[..(brace + 1)])) > 0 ? brace : 0;
    }

    /// <summary>True for a line that tells of a record whatever stands before it.</summary>
    internal static bool IsOfRecord(string text) => text.Contains("\"eventVersion\"", StringComparison.Ordinal);
}
