using IncidentTrail.Patterns;

namespace IncidentTrail.Tests.Patterns;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("StartIncident", "startincident", true)]
    [InlineData("StartIncident", "StartIncidents", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("Start*", "StartIncident", true)]
    [InlineData("Start*", "ReStart", false)]
    [InlineData("*incident", "StartIncident", true)]
    [InlineData("*inc*ent*", "StartIncident", true)]
    [InlineData("*inc*start*", "StartIncident", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("**a**", "bab", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("?*", "", false)]
    [InlineData("*?x", "aax", true)]
    [InlineData("*.amazonaws.com", "ssm-contacts.amazonaws.com", true)]
    [InlineData("us-[ew]*-[1-2]", "us-east-1", true)]
    [InlineData("us-[ew]*-[1-2]", "us-east-3", false)]
    [InlineData("[A-C]x", "bX", true)]
    [InlineData("[a-c]x", "BX", true)]
    [InlineData("[a-]x", "-x", true)]
    [InlineData("[!a]", "!", true)]
    [InlineData("[]]", "]", true)]
    [InlineData("[a`-c]", "b", false)]
    [InlineData("[a`-c]", "-", true)]
    [InlineData("`*", "*", true)]
    [InlineData("`*", "a", false)]
    [InlineData("`[x]", "[x]", true)]
    [InlineData("a``b", "a`b", true)]
    [InlineData("a`", "a`", true)]
    [InlineData("I", "ı", false)]
    [InlineData("e*", "École", false)]
    [InlineData("É*", "école", true)]
    public void A_pattern_means_what_it_means_in_PowerShell(string pattern, string text, bool expected) =>
        Assert.Equal(expected, TextPattern.Parse(pattern).IsMatch(text));

    // PowerShell, which folds by the invariant culture, takes a Kelvin sign for a k.
    [Theory]
    [InlineData("start*", "\u017ftartIncident", false)]
    [InlineData("start?ncident", "\u017ftartIncident", false)]
    [InlineData("st[a-z]rt*", "\u017ftartIncident", false)]
    [InlineData("[S]tart", "\u017ftart", false)]
    [InlineData("key", "\u212aey", false)]
    [InlineData("[k]ey", "\u212aey", false)]
    [InlineData("?\u00e4[\u00d6]", "x\u00c4\u00f6", true)]
    public void A_letter_is_compared_alike_in_plain_text_and_beside_a_wildcard(string pattern, string text, bool expected) =>
        Assert.Equal(expected, TextPattern.Parse(pattern).IsMatch(text));

    [Fact]
    public void Nothing_matches_where_there_is_no_text() => Assert.False(TextPattern.Parse("*").IsMatch(null));

    [Theory]
    [InlineData("[")]
    [InlineData("a[bc")]
    [InlineData("[]")]
    [InlineData("[a`]")]
    [InlineData("[z-a]")]
    public void A_broken_set_is_an_error_that_names_the_pattern(string pattern)
    {
        var error = Assert.Throws<FormatException>(() => TextPattern.Parse(pattern));

        Assert.Contains($"'{pattern}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StartIncident", "StartIncident", "StartIncident")]
    [InlineData("a`*b", "a*b", "a*b")]
    [InlineData("", "", null)]
    [InlineData("*", null, null)]
    [InlineData("?[a]", null, null)]
    [InlineData("Start*", null, "Start")]
    [InlineData("*ab*cdef?ghi", null, "cdef")]
    [InlineData("ab[x]cde*f", null, "cde")]
    public void The_one_text_that_matches_and_the_longest_of_every_match_are_known(string pattern, string? text, string? longest)
    {
        var parsed = TextPattern.Parse(pattern);

        Assert.Equal((text, longest), (parsed.Literal, parsed.LongestLiteral));
    }

    [Fact]
    public void A_hostile_pattern_does_not_explode()
    {
        var pattern = TextPattern.Parse(string.Concat(Enumerable.Repeat("*a?", 100)) + "*b");

        Assert.False(pattern.IsMatch(new string('a', 20_000)));
    }

    [Fact]
    public void Random_patterns_match_as_their_definition_says()
    {
        const int Seed = 1234;
        var random = new Random(Seed);
        for (var round = 0; round < 100_000; round++)
        {
            var pattern = RandomText(random, "abAB*?*[ab]", 8).Replace("[", "[a", StringComparison.Ordinal);
            var text = RandomText(random, "abABc]", 8);
            if (Balanced(pattern))
            {
                Assert.True(
                    Defined(pattern, text) == TextPattern.Parse(pattern).IsMatch(text),
                    $"'{pattern}' on '{text}', seed {Seed}");
            }
        }
    }

    private static string RandomText(Random random, string letters, int longest) =>
        new([.. Enumerable.Range(0, random.Next(longest)).Select(_ => letters[random.Next(letters.Length)])]);

    private static bool Balanced(string pattern) =>
        pattern.LastIndexOf('[') is var open && (open < 0 || pattern.IndexOf(']', open) > open);

    // The definition itself, without regard to time.
    private static bool Defined(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IsEmpty)
            return text.IsEmpty;
        if (pattern[0] == '*')
            return Defined(pattern[1..], text) || (!text.IsEmpty && Defined(pattern, text[1..]));
        if (text.IsEmpty)
            return false;
        if (pattern[0] == '[')
        {
            var close = pattern.IndexOf(']');
            return pattern[1..close].Contains(text[..1], StringComparison.OrdinalIgnoreCase)
                && Defined(pattern[(close + 1)..], text[1..]);
        }

        return (pattern[0] == '?' || char.ToUpperInvariant(pattern[0]) == char.ToUpperInvariant(text[0]))
            && Defined(pattern[1..], text[1..]);
    }
}
