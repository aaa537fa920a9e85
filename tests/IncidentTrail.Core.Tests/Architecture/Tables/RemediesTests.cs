using System.Text.RegularExpressions;

namespace IncidentTrail.Tests.Architecture.Tables;

/// <summary>What to do next is found in its project's one table of it.</summary>
public sealed partial class RemediesTests
{
    private const int Remedy = 3;

    [Theory]
    [InlineData("IncidentTrail.Core")]
    [InlineData("IncidentTrail.Aws")]
    [InlineData("IncidentTrail")]
    public void No_fault_is_made_with_a_remedy_of_its_own(string project)
    {
        var source = Path.Combine(Repository.Root, "src", project);
        var faults = SourceFile.ReadAll(source)
            .SelectMany(f => Made(File.ReadAllText(Path.Combine(source, f.Path))), (f, made) => (f.Path, Made: made))
            .ToList();

        Assert.NotEmpty(faults);
        Assert.Equal([], faults.Where(f => HasOwnRemedy(f.Made)).Select(f => $"{f.Path}: {f.Made[Remedy]}"));
    }

    [Fact]
    public void A_remedy_of_its_own_is_seen()
    {
        var made = Made("""
            internal static TrailFault Of(string at) => new(TrailFaultKind.Argument, at, $"{Name(at, ", ")}, \"so\".", "Go on.");
            throw new TrailSourceException(new TrailFault(TrailFaultKind.Argument, at, "what", at.Contains('[') ? Table.One : Table.Other, cause));
            """).ToList();

        Assert.Equal([true, false], made.Select(HasOwnRemedy));
    }

    private static bool HasOwnRemedy(IReadOnlyList<string> made) => made.Count > Remedy && made[Remedy].Contains('"');

    private static IEnumerable<IReadOnlyList<string>> Made(string text) =>
        Making().Matches(text).Select(m => Arguments(text, m.Index + m.Length));

    // What a comma stands in is kept: brackets, quotes, and the braces of an interpolation, in which there may be quotes again.
    private static List<string> Arguments(string text, int from)
    {
        var found = new List<string>();
        var within = new Stack<char>();
        for (var (at, start) = (from, from); ; at++)
        {
            var c = text[at];
            var isText = within.TryPeek(out var innermost) && innermost is ('"' or '$');
            if (isText && c == '\\')
                at++;
            else if (isText && c == '"')
                within.Pop();
            else if (isText && c == '{' && innermost == '$')
                within.Push(c);
            else if (!isText && c == '\'')
                at = text.IndexOf('\'', at + (text[at + 1] == '\\' ? 3 : 2));
            else if (!isText && c is ('"' or '(' or '[' or '{'))
                within.Push(c == '"' && text[at - 1] == '$' ? '$' : c);
            else if (!isText && within.Count > 0 && c is (')' or ']' or '}'))
                within.Pop();
            else if (!isText && within.Count == 0 && c is (',' or ')'))
            {
                found.Add(text[start..at].Trim());
                start = at + 1;
                if (c == ')')
                    return found;
            }
        }
    }

    [GeneratedRegex(@"(?:new TrailFault|TrailFault \w+\([^()]*\) =>\s*new)\(")]
    private static partial Regex Making();
}
