using System.Management.Automation;
using IncidentTrail.Sources.Files;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>A path with <c>**</c> in it: what stands before it, and what the path below has to match at any depth, none included.</summary>
/// <param name="Root">The path before the first <c>**</c>, as it was written.</param>
/// <param name="Parts">The patterns of the folders and the file below it.</param>
internal sealed record AnyDepth(string Root, IReadOnlyList<string> Parts)
{
    private const string Any = "**";

    private static readonly char[] s_separators = OperatingSystem.IsWindows() ? ['/', '\\'] : ['/'];

    /// <summary>Null for a path without <c>**</c>.</summary>
    internal static AnyDepth? Of(string path)
    {
        var parts = path.Split(s_separators);
        var at = Array.IndexOf(parts, Any);
        if (at < 0)
            return null;
        return new AnyDepth(RootOf(path[..parts[..at].Sum(part => part.Length + 1)]), [.. parts[at..].Where(part => part.Length > 0)]);
    }

    // Of a drive the root, and not the place in it that is the current one: there the separator says which.
    private static string RootOf(string above)
    {
        var root = above.TrimEnd(s_separators);
        return above.Length == 0 ? "." : root is "" or [.., ':'] ? above : root;
    }

    /// <summary>The files below a folder that match, in the ordinal order of their keys, and what is to be said of folders that are not read.</summary>
    internal IEnumerable<WalkedFile> Below(string root)
    {
        // What ends in ** means every file there.
        IReadOnlyList<string> parts = Parts[^1] == Any ? [.. Parts, "*"] : Parts;
        const WildcardOptions Ignored = WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant;
        var patterns = parts.Select(part => part == Any ? null : WildcardPattern.Get(part, Ignored)).ToArray();
        return Directory.Exists(root)
            ? FolderWalk.Files(root).Where(file => file.Notice is not null
                || IsMatch(Path.GetRelativePath(root, file.Path).Split(Path.DirectorySeparatorChar), patterns))
            : [];
    }

    private static bool IsMatch(ReadOnlySpan<string> names, ReadOnlySpan<WildcardPattern?> patterns)
    {
        if (patterns.IsEmpty)
            return names.IsEmpty;
        if (patterns[0] is { } pattern)
            return !names.IsEmpty && pattern.IsMatch(names[0]) && IsMatch(names[1..], patterns[1..]);
        for (var skipped = 0; skipped <= names.Length; skipped++)
        {
            if (IsMatch(names[skipped..], patterns[1..]))
                return true;
        }
        return false;
    }
}
