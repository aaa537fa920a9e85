using IncidentTrail.Sources.Places;

namespace IncidentTrail;

/// <summary>Writes a report to a file, or to a folder of pages, each whole or not at all: what was there stays until the new one is complete. A device or pipe is written to.</summary>
public static class ReportFile
{
    /// <summary>Writes the report, and says how many incidents it holds.</summary>
    /// <exception cref="IOException">The file exists and is not to be overwritten, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder.</exception>
    public static int Write(string path, TrailReport report, bool overwrite, bool evenReadOnly)
    {
        var count = 0;
        Replace(path, overwrite, evenReadOnly, stream => count = report.Write(stream));
        return count;
    }

    /// <summary>Writes the report as a page for each incident, with an index, into a folder, and says how many incidents it holds.</summary>
    /// <exception cref="IOException">A page exists and is not to be overwritten, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A page is read-only, or the folder.</exception>
    public static int WriteFolder(string folder, TrailReport report, bool overwrite, bool evenReadOnly)
    {
        Directory.CreateDirectory(folder);
        return report.WritePages((name, fill) => Replace(Path.Combine(folder, name), overwrite, evenReadOnly, fill));
    }

    internal static void Replace(string path, bool overwrite, bool evenReadOnly, Action<Stream> fill)
    {
        var file = new FileInfo(path);
        if (file.Exists && !overwrite)
            throw new IOException($"The file '{path}' exists already.");
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder.");
        var isReadOnly = file is { Exists: true, IsReadOnly: true };
        if (isReadOnly && !evenReadOnly)
            throw new UnauthorizedAccessException($"The file '{path}' is read-only.");
        // What is moved into the place of a device or pipe takes its place.
        if (OneWayFile.Is(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            fill(device);
            return;
        }
        try
        {
            AsideFile.Write(path, $"{path}.{Guid.NewGuid():N}.tmp", overwrite, stream =>
            {
                fill(stream);
                // Windows replaces none that is.
                if (isReadOnly)
                    file.IsReadOnly = false;
            });
        }
        catch when (isReadOnly)
        {
            // What stays is as it was.
            file.IsReadOnly = true;
            throw;
        }
    }
}
