namespace IncidentTrail.Sources.Places;

/// <summary>
/// Writes a file aside and moves it into its place, where what is there is whole whenever a process ends. Where it cannot be
/// written, nothing is left aside.
/// </summary>
internal static class AsideFile
{
    /// <summary>Writes it in the place of what is there. Of several that would, a lock lets one do it at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="aside">Where it is written until it is whole.</param>
    /// <param name="write">Writes it.</param>
    internal static void Replace(string path, string aside, Action<FileStream> write)
    {
        if (OneWayFile.Is(path))
            throw new IOException("it is a pipe or a device, and no file.");
        // What a killed run left; of a link, itself and not what it leads to.
        File.Delete(aside);
        Write(path, aside, overwrite: true, write);
    }

    /// <summary>Writes it. Throws <see cref="IOException"/> where somebody else is writing it aside.</summary>
    /// <param name="path">The file.</param>
    /// <param name="aside">Where it is written until it is whole.</param>
    /// <param name="overwrite">True to replace one that is there.</param>
    /// <param name="write">Writes it.</param>
    internal static void Write(string path, string aside, bool overwrite, Action<FileStream> write)
    {
        var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            using (file)
                write(file);
            File.Move(aside, path, overwrite);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
