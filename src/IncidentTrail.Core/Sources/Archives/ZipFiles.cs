using System.IO.Compression;

namespace IncidentTrail.Sources.Archives;

/// <summary>The files of a zip archive. Several may be read at once, each through a handle of its own.</summary>
internal sealed class ZipFiles(ArchiveLimit limit) : IDisposable
{
    private readonly ZipHandles _handles = new(limit.Path);

    /// <summary>The files in the ordinal order of their names.</summary>
    internal IEnumerable<ArchiveEntry> Entries()
    {
        var zip = _handles.Take();
        List<ArchiveEntry> entries;
        try
        {
            entries = [.. zip.Entries.Select(EntryOf).Where(entry => !entry.Name.EndsWith('/'))];
        }
        finally
        {
            _handles.Return(zip);
        }
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            yield return entry;
    }

    /// <summary>Closes what is free; what is being read is closed when it has been.</summary>
    public void Dispose() => _handles.Dispose();

    private ArchiveEntry EntryOf(ZipArchiveEntry entry, int index)
    {
        var name = entry.FullName.Replace('\\', '/');
        return new ArchiveEntry(name, entry.Length, entry.LastWriteTime.UtcDateTime, entry.IsEncrypted, () => Open(name, index));
    }

    private Stream Open(string name, int index)
    {
        var zip = _handles.Take();
        ArchiveContent content;
        try
        {
            content = new ArchiveContent(name, zip.Entries[index].Open(), limit, () => _handles.Return(zip));
        }
        catch (Exception e)
        {
            _handles.Return(zip);
            if (e is InvalidDataException)
                throw new TrailSourceException(ArchiveFaults.Damaged($"{limit.Path}!/{name}", e));
            throw;
        }
        return zip.Entries[index].Length <= EngineLimits.LargestHeldEntry ? content.Hold(zip.Entries[index].Length) : content;
    }
}
