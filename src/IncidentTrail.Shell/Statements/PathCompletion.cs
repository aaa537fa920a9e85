using System.Management.Automation.Language;
using IncidentTrail.Shell.Editing;

namespace IncidentTrail.Shell.Statements;

/// <summary>Completes the word before the cursor to the files and folders that begin so.</summary>
internal static class PathCompletion
{
    private static readonly char[] Separators =
        [.. new[] { Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar }.Distinct()];

    /// <summary>The candidates; null where the word is no path.</summary>
    public static CompletionChoices? Complete(string text, int cursor, string currentFolder)
    {
        var start = WordStart(text, cursor);
        var word = text[start..cursor].Trim('\'', '"');
        if (word.StartsWith('$') || word.StartsWith('-'))
            return null;

        var nameStart = word.LastIndexOfAny(Separators) + 1;
        var folder = word[..nameStart];
        try
        {
            var names = new DirectoryInfo(Path.Combine(currentFolder, FromHome(folder))).EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(word[nameStart..], StringComparison.OrdinalIgnoreCase))
                .Where(entry => nameStart < word.Length || !entry.Name.StartsWith('.'))
                .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                .Select(entry => entry is DirectoryInfo ? entry.Name + Path.DirectorySeparatorChar : entry.Name);
            return new CompletionChoices(start, cursor - start, [.. names.Select(name => Quoted(folder + name))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string FromHome(string folder) => folder.StartsWith('~')
        ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + folder[1..]
        : folder;

    /// <summary>The start of the token that ends at the cursor, also inside an unfinished quotation.</summary>
    private static int WordStart(string text, int cursor)
    {
        Parser.ParseInput(text[..cursor], out var tokens, out _);
        var word = tokens.LastOrDefault(token => token.Kind != TokenKind.EndOfInput && token.Extent.EndOffset == cursor);
        return word?.Extent.StartOffset ?? cursor;
    }

    private static string Quoted(string path) =>
        path.Any(character => !char.IsLetterOrDigit(character) && !"/\\._-~:+".Contains(character))
            ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(path)}'"
            : path;
}
