using System.Text.RegularExpressions;

namespace IncidentTrail.Tests.Architecture.Tables;

/// <summary>What CONTRIBUTING.md sends people to is there.</summary>
public sealed partial class MapTests
{
    private const string Heading = "## Where one looks for\n";

    [Fact]
    public void Each_place_that_the_map_names_exists()
    {
        var named = Places().ToList();

        Assert.True(named.Count > 100, $"only {named.Count} places were found in the map");
        Assert.Equal([], named.Except(All()));
    }

    [Fact]
    public void Each_tests_project_is_told_of()
    {
        var text = Text();
        var projects = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests"))
            .Where(d => Directory.EnumerateFiles(d, "*.csproj").Any())
            .Select(d => "tests/" + Path.GetFileName(d));

        Assert.Equal([], projects.Where(p => !text.Contains($"| `{p}` |", StringComparison.Ordinal)));
    }

    private static string Text() =>
        File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")).ReplaceLineEndings("\n");

    private static IEnumerable<string> Places()
    {
        var map = Text().Split(Heading)[1].Split("\n## ")[0];
        return map.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Quoted().Matches(line).Select(m => m.Groups[1].Value))
            .Where(name => name != "…Content")
            .Distinct();
    }

    // A file is named by its path in its project or, where the row has named its room, by its name alone.
    private static HashSet<string> All()
    {
        var source = Path.Combine(Repository.Root, "src");
        var names = new HashSet<string>();
        foreach (var project in Directory.EnumerateDirectories(source))
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(project, "*", SearchOption.AllDirectories))
            {
                var name = Path.GetRelativePath(project, path).Replace('\\', '/');
                name = name.EndsWith(".cs", StringComparison.Ordinal) ? name[..^3] : name;
                names.UnionWith([name, name[(name.LastIndexOf('/') + 1)..]]);
            }
        }
        names.UnionWith(Places().Where(name => Path.Exists(Path.Combine(Repository.Root, name))));
        return names;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
