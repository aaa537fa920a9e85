using IncidentTrail.Patterns;

namespace IncidentTrail.Sql;

/// <summary>
/// Patterns as conditions on a text: at least what they match. Only ASCII letters are compared; any other character, a
/// question mark and a set are any text, since the letters that are equal for .NET are others for Trino, which also counts
/// code points where .NET counts halves of them.
/// </summary>
internal static class TextCondition
{
    private const int ShortestRun = 3;

    /// <summary>The condition that a column, as SQL, matches one of the patterns.</summary>
    internal static (string Sql, bool IsExact) Of(string column, IEnumerable<TextPattern> patterns)
    {
        var texts = new List<string>();
        var likes = new List<string>();
        var exact = true;
        foreach (var pattern in patterns)
        {
            var (like, isLiteral, isExact) = LikeOf(pattern);
            exact &= isExact;
            if (like == "%")
                return ($"{column} IS NOT NULL", exact && isExact);
            if (isLiteral)
                texts.Add(pattern.Literal!.ToLowerInvariant());
            else
                likes.Add(like);
        }
        return (Any(SqlText.Folded(column), texts, likes), exact);
    }

    /// <summary>The condition that a column equals one of the texts, ignoring case.</summary>
    internal static (string Sql, bool IsExact) OfTexts(string column, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        var plain = all.Where(IsPlain).Select(text => text.ToLowerInvariant()).ToList();
        var likes = all.Where(text => !IsPlain(text)).Select(Loose).ToList();
        return likes.Contains("%")
            ? ($"{column} IS NOT NULL", false)
            : (Any(SqlText.Folded(column), plain, likes), likes.Count == 0);
    }

    /// <summary>
    /// The longest text that whatever matches the pattern holds, in lower case, broken at the characters given; null where there
    /// is none of some length.
    /// </summary>
    internal static string? LongestRun(TextPattern pattern, string breaks)
    {
        var longest = "";
        foreach (var segment in pattern.Segments)
        {
            var run = "";
            foreach (var unit in segment.Units)
            {
                run = unit.IsLiteral && IsComparable(unit.Character, segment) && !breaks.Contains(unit.Character)
                    ? run + char.ToLowerInvariant(unit.Character) : "";
                if (run.Length > longest.Length)
                    longest = run;
            }
        }
        return longest.Length >= ShortestRun ? longest : null;
    }

    private static string Any(string folded, List<string> texts, List<string> likes)
    {
        var parts = likes.Distinct().Select(like => SqlText.Like(folded, like)).ToList();
        var distinct = texts.Distinct().ToList();
        if (distinct.Count == 1)
            parts.Insert(0, $"{folded} = {SqlText.Literal(distinct[0])}");
        else if (distinct.Count > 1)
            parts.Insert(0, $"{folded} IN {SqlText.List(distinct)}");
        return parts.Count == 1 ? parts[0] : $"({string.Join(" OR ", parts)})";
    }

    private static (string Like, bool IsLiteral, bool IsExact) LikeOf(TextPattern pattern)
    {
        if (pattern.Literal is { } literal && IsPlain(literal))
            return ("", true, true);
        var exact = true;
        var like = new LikeBuilder();
        for (var i = 0; i < pattern.Segments.Count; i++)
        {
            if (i > 0)
                like.AnyText();
            foreach (var unit in pattern.Segments[i].Units)
            {
                if (unit.IsLiteral && IsComparable(unit.Character, pattern.Segments[i]))
                {
                    like.Character(char.ToLowerInvariant(unit.Character));
                    continue;
                }
                like.AnyText();
                exact = false;
            }
        }
        return (like.ToString(), false, exact);
    }

    private static string Loose(string text)
    {
        var like = new LikeBuilder();
        foreach (var character in text)
        {
            if (IsPlain(character))
                like.Character(char.ToLowerInvariant(character));
            else
                like.AnyText();
        }
        return like.ToString();
    }

    // Between wildcards characters are compared one by one, and the long s is an s there.
    private static bool IsComparable(char character, PatternSegment segment) =>
        IsPlain(character) && (segment.Literal is not null || character is not ('s' or 'S'));

    private static bool IsPlain(string text) => text.All(IsPlain);

    private static bool IsPlain(char character) => character is >= ' ' and <= '~';
}
