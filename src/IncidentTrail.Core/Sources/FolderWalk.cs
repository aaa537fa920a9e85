namespace IncidentTrail.Sources;

/// <summary>
/// The files below a folder in the ordinal order of their keys, found as they are asked for: the first file is read
/// before the last folder is listed.
/// </summary>
internal static class FolderWalk
{
    /// <summary>Each file as it was listed, or what is to say of a folder that is not. Links to folders are not followed.</summary>
    internal static IEnumerable<(FileInfo? File, TrailNotice? Notice)> Files(string folder)
    {
        FileSystemInfo[] entries;
        TrailFault? fault = null;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            entries = [];
            fault = LogFaults.OfReading(folder, e);
        }
        if (fault is not null)
            yield return (null, TrailNotice.Fault(fault));
        // In a bucket the folder "a" sorts as "a/": behind the file "a-b".
        Array.Sort(entries, (a, b) => string.CompareOrdinal(SortKey(a), SortKey(b)));
        foreach (var entry in entries)
        {
            if (entry is FileInfo file)
            {
                yield return (file, null);
                continue;
            }
            if (entry.LinkTarget is not null)
            {
                yield return (null, TrailNotice.Warning(
                    $"{entry.FullName} is a link to a folder and was not followed: name it itself to read what is there."));
                continue;
            }
            foreach (var below in Files(entry.FullName))
                yield return below;
        }
    }

    private static string SortKey(FileSystemInfo entry) => entry is DirectoryInfo ? entry.Name + "/" : entry.Name;
}
