namespace IncidentTrail;

/// <summary>Writes a report to a file, whole or not at all: what was there stays until the new one is complete.</summary>
public static class ReportFile
{
    /// <summary>Writes the report, and says how many incidents it holds.</summary>
    /// <exception cref="IOException">The file exists and is not to be overwritten, or cannot be written.</exception>
    public static int Write(string path, TrailReport report, bool overwrite, bool evenReadOnly)
    {
        var file = new FileInfo(path);
        if (file.Exists && !overwrite)
            throw new IOException($"The file '{path}' exists already.");
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder.");
        if (file is { Exists: true, IsReadOnly: true })
        {
            if (!evenReadOnly)
                throw new UnauthorizedAccessException($"The file '{path}' is read-only.");
            file.IsReadOnly = false;
        }
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            int count;
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
                count = report.Write(stream);
            File.Move(draft, path, overwrite);
            return count;
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
