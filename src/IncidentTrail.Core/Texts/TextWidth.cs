using System.Globalization;
using System.Text;

namespace IncidentTrail.Texts;

/// <summary>How many cells of a terminal a text takes: two for what East Asian scripts and emoji take, none for what is set on the letter before.</summary>
internal static class TextWidth
{
    private static readonly (int From, int To)[] s_wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    internal static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    /// <summary>The text, or as much of it as fits with a sign that there is more.</summary>
    internal static string Cut(string text, int width, string more)
    {
        if (Of(text) <= width)
            return text;
        var cut = new StringBuilder();
        var room = width - Of(more);
        foreach (var rune in text.EnumerateRunes())
        {
            room -= Of(rune);
            if (room < 0)
                break;
            cut.Append(rune);
        }
        return cut + more;
    }

    /// <summary>The text in lines of a width, broken between words where it can be.</summary>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        var taken = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width)))
        {
            var needed = Of(word);
            if (taken > 0 && taken + 1 + needed > width)
            {
                yield return line.ToString();
                line.Clear();
                taken = 0;
            }
            if (taken > 0)
                line.Append(' ');
            line.Append(word);
            taken += needed + (taken > 0 ? 1 : 0);
        }
        if (taken > 0)
            yield return line.ToString();
    }

    // A word that is wider than a line goes on in the next one.
    private static IEnumerable<string> Pieces(string word, int width)
    {
        var piece = new StringBuilder();
        var taken = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (taken > 0 && taken + Of(rune) > width)
            {
                yield return piece.ToString();
                piece.Clear();
                taken = 0;
            }
            piece.Append(rune);
            taken += Of(rune);
        }
        yield return piece.ToString();
    }

    private static int Of(Rune rune) => rune switch
    {
        { IsAscii: true } => 1,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ when Array.Exists(s_wide, r => rune.Value >= r.From && rune.Value <= r.To) => 2,
        _ => 1,
    };
}
