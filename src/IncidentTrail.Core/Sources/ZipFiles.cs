using System.Collections.Concurrent;
using System.IO.Compression;

namespace IncidentTrail.Sources;

/// <summary>
/// The files of a zip archive. Several may be read at once, each through a handle of its own; a handle that is free again
/// serves the next, so that the archive's directory is not read anew for each file.
/// </summary>
internal sealed class ZipFiles(ArchiveLimit limit) : IDisposable
{
    private readonly ConcurrentBag<ZipArchive> _free = [];
    private volatile bool _isDisposed;

    /// <summary>The files in the ordinal order of their names.</summary>
    internal IEnumerable<ArchiveEntry> Entries()
    {
        var zip = Take();
        List<ArchiveEntry> entries;
        try
        {
            entries = [.. zip.Entries.Select(EntryOf).Where(entry => !entry.Name.EndsWith('/'))];
        }
        finally
        {
            Return(zip);
        }
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            yield return entry;
    }

    /// <summary>Closes what is free; what is being read is closed when it has been.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        while (_free.TryTake(out var zip))
            zip.Dispose();
    }

    private ArchiveEntry EntryOf(ZipArchiveEntry entry, int index)
    {
        var name = entry.FullName.Replace('\\', '/');
        return new ArchiveEntry(name, entry.Length, entry.LastWriteTime.UtcDateTime, entry.IsEncrypted, () => Open(name, index));
    }

    private Stream Open(string name, int index)
    {
        var zip = Take();
        ArchiveContent content;
        try
        {
            content = new ArchiveContent(name, zip.Entries[index].Open(), limit, () => Return(zip));
        }
        catch (InvalidDataException e)
        {
            Return(zip);
            throw new TrailSourceException(ArchiveFaults.Damaged($"{limit.Path}!/{name}", e));
        }
        return zip.Entries[index].Length <= EngineLimits.LargestHeldEntry ? content.Hold(zip.Entries[index].Length) : content;
    }

    private ZipArchive Take() => _free.TryTake(out var zip) ? zip : new ZipArchive(FileSource.Open(limit.Path), ZipArchiveMode.Read);

    private void Return(ZipArchive zip)
    {
        if (_isDisposed)
            zip.Dispose();
        else
            _free.Add(zip);
    }
}
