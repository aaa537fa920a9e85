using System.IO.Enumeration;

namespace IncidentTrail.Sources;

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
        var open = new Stack<(string Folder, LogFolder Place, List<string> Names, int Next)>();
        if (Open(folder, place, passed, open) is { } notice)
            yield return notice;
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Names.Count)
                continue;
            var name = at.Names[at.Next];
            open.Push(at with { Next = at.Next + 1 });
            if (name[^1] != '/')
            {
                yield return new WalkedFile(at.Folder, name, at.Place, null);
                continue;
            }
            var below = at.Place.Below(name.AsSpan(..^1));
            if (passed?.Enters(below) == false)
                continue;
            var path = Path.Join(at.Folder, name.AsSpan(..^1));
            if ((LinkOf(path, below) ?? Open(path, below, passed, open)) is { } said)
                yield return said;
        }
    }

    // In a bucket the folder "a" sorts as "a/": behind the file "a-b".
    private static WalkedFile? Open(
        string folder, LogFolder place, PassedOver? passed, Stack<(string Folder, LogFolder Place, List<string> Names, int Next)> open)
    {
        try
        {
            var names = new FileSystemEnumerable<string>(
                folder, (ref FileSystemEntry entry) => entry.IsDirectory ? string.Concat(entry.FileName, "/") : entry.FileName.ToString(), s_everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => passed is null || entry.IsDirectory || passed.Takes(place, entry.FileName),
            }.ToList();
            names.Sort(StringComparer.Ordinal);
            open.Push((folder, place, names, 0));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new WalkedFile(folder, "", place, TrailNotice.Fault(LogFaults.OfReading(folder, e)));
        }
    }

    private static WalkedFile? LinkOf(string folder, LogFolder place) => new DirectoryInfo(folder).LinkTarget is null ? null
        : new WalkedFile(folder, "", place, TrailNotice.Warning(
            $"{folder} is a link to a folder and was not followed: name it itself to read what is there."));
}
