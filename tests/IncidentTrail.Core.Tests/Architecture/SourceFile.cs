using System.Text.RegularExpressions;

namespace IncidentTrail.Tests.Architecture;

/// <summary>A file of a project, as its text says: the room it lies in, its namespace, the types it declares.</summary>
internal sealed partial record SourceFile(
    string Path,
    string Room,
    int Lines,
    string? Namespace,
    IReadOnlyList<SourceType> Types,
    IReadOnlyList<string> Usings)
{
    internal static IReadOnlyList<SourceFile> ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(p => p.Split('/')[0] is not ("obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(p => Read(folder, p)),
    ];

    private static SourceFile Read(string folder, string path)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(folder, path));
        var room = System.IO.Path.GetDirectoryName(path)!.Replace('\\', '/').Replace('/', '.');
        return new SourceFile(
            path,
            room,
            text.Count(c => c == '\n'),
            NamespaceLine().Match(text) is { Success: true } found ? found.Groups[1].Value : null,
            [.. TypeLine().Matches(text).Select(TypeOf)],
            [.. UsingLine().Matches(text).Select(m => m.Groups[1].Value)]);
    }

    private static SourceType TypeOf(Match line) => new(line.Groups["name"].Value, line.Groups["public"].Success);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    // A type at the top of a file begins its line: what is nested is indented.
    [GeneratedRegex(
        @"^(?:(?<public>public) |internal |file )?(?:(?:static|sealed|abstract|readonly|ref|partial|unsafe) )*"
        + @"(?:record struct|record class|class|struct|enum|interface|record|delegate [\w<>?\[\],. ]+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
