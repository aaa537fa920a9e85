namespace IncidentTrail.Sources;

/// <summary>
/// Writes a file anew, aside, and moves it into its place: what is there is whole whenever a process ends. Of several that would
/// write one file a lock lets one do it at a time.
/// </summary>
internal static class AsideFile
{
    /// <param name="path">The file.</param>
    /// <param name="aside">Where it is written until it is whole.</param>
    /// <param name="write">Writes it.</param>
    internal static void Replace(string path, string aside, Action<FileStream> write)
    {
        // What a killed run left; of a link, itself and not what it leads to.
        File.Delete(aside);
        using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            write(file);
        File.Move(aside, path, overwrite: true);
    }
}
