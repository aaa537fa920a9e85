namespace IncidentTrail.Tests.Architecture.Tables;

/// <summary>The first thing that somebody sees of the repository holds what is meant to be there, and nothing that a tool left.</summary>
public sealed class TopLevelTests
{
    private static readonly string[] Folders = ["docs", "findings", "src", "tests", "tools"];

    private static readonly string[] Files =
    [
        "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props", "IncidentTrail.psd1", "IncidentTrail.sln",
        "LICENSE", "README.md", "SECURITY.md", "build.ps1", "global.json",
    ];

    [Fact]
    public void Its_folders_are_those_of_the_map() => Assert.Equal(Folders, Kept(Directory.EnumerateDirectories(Repository.Root)));

    [Fact]
    public void Its_files_are_few_and_known() => Assert.Equal(Files, Kept(Directory.EnumerateFiles(Repository.Root)));

    // What git passes over is no part of the repository, and names that begin with a dot are for tools.
    private static IEnumerable<string> Kept(IEnumerable<string> paths)
    {
        var ignored = File.ReadAllLines(Path.Combine(Repository.Root, ".gitignore")).Select(line => line.TrimEnd('/')).ToList();
        return paths.Select(path => Path.GetFileName(path))
            .Where(name => name[0] != '.' && !ignored.Exists(pattern => pattern == name || pattern == "*" + Path.GetExtension(name)))
            .Order(StringComparer.Ordinal);
    }
}
