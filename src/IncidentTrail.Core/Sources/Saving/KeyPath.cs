using System.Buffers;
using System.Text;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Saving;

/// <summary>
/// The path below a folder that a key is saved under: the same layout, with what some file system refuses written as
/// <c>%XX</c>, on every system alike, so that a copy can be carried to another. It never leads out of the folder.
/// </summary>
internal static class KeyPath
{
    private const string EmptyName = "%2F";

    // What CloudTrail writes, and no system minds.
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Numbered("COM"), .. Numbered("LPT")], StringComparer.OrdinalIgnoreCase);

    /// <summary>The full path, or null where the key cannot be a path: it is no name, or too long for one.</summary>
    public static string? Of(string folder, string key)
    {
        if (Names(key) is not { } names)
            return null;
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var path = Path.GetFullPath(Path.Combine([root, .. names]));
        return path.StartsWith(FolderPath.Inside(root), StringComparison.Ordinal) ? path : null;
    }

    /// <summary>The names of the folders and the file, or null where the key cannot be a path.</summary>
    public static string[]? Names(string key)
    {
        if (key.Length == 0 || key.EndsWith('/'))
            return null;
        var names = key.Split('/').Select(Name).ToArray();
        // The folder's own: a key must not take the manifest's place.
        if (names[^1].EndsWith(SavedManifest.Extension, StringComparison.OrdinalIgnoreCase))
            names[^1] = string.Concat(names[^1].AsSpan(0, names[^1].Length - SavedManifest.Extension.Length), "%2E", SavedManifest.Extension.AsSpan(1));
        return names.Any(name => Encoding.UTF8.GetByteCount(name) > EngineLimits.LongestFileName) ? null : names;
    }

    /// <summary>The key that names were made of.</summary>
    public static string KeyOf(IEnumerable<string> names) => string.Join('/', names.Select(name => name == EmptyName ? "" : Uri.UnescapeDataString(name)));

    private static string Name(string text)
    {
        // A doubled slash: no name can hold a slash, so nothing else is written so.
        if (text.Length == 0)
            return EmptyName;
        if (!text.AsSpan().ContainsAnyExcept(Plain) && text[0] != '.' && text[^1] != '.' && !Devices.Contains(Stem(text)))
            return text;
        var name = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < ' ' || rune.Value is 0x7F or '%' or '<' or '>' or ':' or '"' or '|' or '?' or '*' or '\\')
                name.Append('%').Append(rune.Value.ToString("X2"));
            else
                name.Append(rune);
        }

        // Windows drops a dot or space at the end; "." and ".." lead elsewhere.
        if (name[^1] is '.' or ' ')
            name.Replace(name[^1].ToString(), $"%{(int)name[^1]:X2}", name.Length - 1, 1);
        // What begins with a dot is the folder's own: the manifest's journal, logs that are not whole.
        if (name[0] == '.')
            name.Remove(0, 1).Insert(0, "%2E");
        var stem = Stem(name.ToString());
        if (Devices.Contains(stem))
            name.Remove(0, 1).Insert(0, $"%{(int)stem[0]:X2}");
        return name.ToString();
    }

    private static string Stem(string name) => name.Split('.', 2)[0].TrimEnd();

    private static IEnumerable<string> Numbered(string name) =>
        "0123456789\u00B9\u00B2\u00B3".Select(digit => name + digit);
}
