using System.IO.Enumeration;
using IncidentTrail.Sources.Names;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Files;

/// <summary>
/// The files below a folder in the ordinal order of their keys, found as they are asked for: the first file is read
/// before the last folder is listed.
/// </summary>
internal static class FolderWalk
{
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Each file, or what is to say of a folder that is not read. Links to folders are not followed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="passed">What is left out, and counts it; null for nothing.</param>
    internal static IEnumerable<WalkedFile> Files(string folder, PassedOver? passed = null)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var place = LogFolder.Of(folder);
        if (passed?.Enters(place) == false)
            yield break;
        var open = new Stack<OpenFolder>();
        if (Open(folder, place, passed, open) is { } notice)
            yield return notice;
        while (open.TryPeek(out var at))
        {
            if (at.Next() is not { } path)
            {
                open.Pop();
                continue;
            }
            if (at.IsRepeated)
            {
                yield return new WalkedFile("", at.Folder, at.Place, TrailNotice.Fault(LogFaults.OfName(path)));
                continue;
            }
            if (path[^1] != '/')
            {
                yield return new WalkedFile(path, at.Folder, at.Place, null);
                continue;
            }
            path = path[..^1];
            var below = at.Place.Below(Path.GetFileName(path.AsSpan()));
            if (passed?.Enters(below) == false)
                continue;
            if ((LinkOf(path, below) ?? Open(path, below, passed, open)) is { } said)
                yield return said;
        }
    }

    // In a bucket the folder "a" sorts as "a/": behind the file "a-b".
    private static WalkedFile? Open(string folder, LogFolder place, PassedOver? passed, Stack<OpenFolder> open)
    {
        try
        {
            var paths = new FileSystemEnumerable<string>(
                folder, (ref FileSystemEntry entry) => entry.IsDirectory ? PathOf(ref entry) + "/" : PathOf(ref entry), s_everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => passed is null || entry.IsDirectory || passed.Takes(place, entry.FileName),
            }.ToList();
            // They begin alike: with the folder.
            paths.Sort((one, other) => one.AsSpan(folder.Length).SequenceCompareTo(other.AsSpan(folder.Length)));
            open.Push(new OpenFolder(folder, place, paths));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new WalkedFile("", folder, place, TrailNotice.Fault(LogFaults.OfReading(folder, e)));
        }
    }

    // Of a path that is longer than the system allows, ToFullPath gives none: whoever opens it says what is wrong with it.
    private static string PathOf(ref FileSystemEntry entry) => Path.Join(entry.Directory, entry.FileName);

    private static WalkedFile? LinkOf(string folder, LogFolder place) => new DirectoryInfo(folder).LinkTarget is null ? null
        : new WalkedFile("", folder, place, TrailNotice.Warning(
            $"{folder} is a link to a folder and was not followed: name it itself to read what is there."));

    private sealed class OpenFolder(string folder, LogFolder place, List<string> paths)
    {
        private int _next;

        internal string Folder => folder;

        internal LogFolder Place => place;

        /// <summary>True where what comes next reads as what came before it: bytes that are no UTF-8 read all alike, and one of the two is not to be had.</summary>
        internal bool IsRepeated => _next > 1 && paths[_next - 1] == paths[_next - 2];

        /// <summary>The path of what comes next in it, of a folder with a slash behind it; null at its end.</summary>
        internal string? Next() => _next < paths.Count ? paths[_next++] : null;
    }
}
