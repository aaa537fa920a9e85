namespace IncidentTrail.Patterns;

/// <summary>
/// Reads PowerShell's wildcards the way PowerShell does: a bracket right after the opening one is a member of the set,
/// there is no negation, and a backtick at the very end stands for itself.
/// </summary>
internal static class PatternParser
{
    private const char Escape = '`';

    /// <summary>The parts between the stars: one where there is no star.</summary>
    public static PatternSegment[] Parse(string pattern)
    {
        var segments = new List<PatternSegment>();
        var units = new List<PatternUnit>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*':
                    segments.Add(new PatternSegment(units));
                    units.Clear();
                    break;
                case '?':
                    units.Add(PatternUnit.Any);
                    break;
                case '[':
                    units.Add(PatternUnit.OneOf(ParseSet(pattern, ref i)));
                    break;
                case Escape when i + 1 < pattern.Length:
                    units.Add(PatternUnit.Literally(pattern[++i]));
                    break;
                default:
                    units.Add(PatternUnit.Literally(pattern[i]));
                    break;
            }
        }

        segments.Add(new PatternSegment(units));
        return [.. segments];
    }

    // From the opening bracket; leaves the index at the closing one.
    private static (char, char)[] ParseSet(string pattern, ref int index)
    {
        var members = new List<(char Character, bool IsDash)>();
        for (index++; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == ']' && members.Count > 0)
                return ToRanges(pattern, members);
            if (character == Escape && index + 1 < pattern.Length)
                members.Add((pattern[++index], false));
            else
                members.Add((character, character == '-'));
        }

        throw new FormatException(
            $"The pattern '{pattern}' opens a bracket and does not close it. A bracket meant literally is written `[.");
    }

    private static (char, char)[] ToRanges(string pattern, List<(char Character, bool IsDash)> members)
    {
        var ranges = new List<(char, char)>();
        for (var i = 0; i < members.Count; i++)
        {
            var from = members[i].Character;
            var to = from;
            if (i + 2 < members.Count && members[i + 1].IsDash)
                to = members[i += 2].Character;
            if (to < from)
                throw new FormatException($"The pattern '{pattern}' has the range {from}-{to}, which holds nothing.");
            ranges.Add((from, to));
        }

        return [.. ranges];
    }
}
