using System.IO.Compression;
using IncidentTrail.Sources.Archives;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>A package that is one archive. Several of its files may be read at once, each through a handle of its own.</summary>
internal sealed class EvidenceArchive : IEvidenceFiles
{
    private readonly SortedDictionary<string, int> _entries = new(StringComparer.Ordinal);
    private readonly List<OddFile> _odd = [];
    private readonly ZipHandles _handles;

    private EvidenceArchive(string path, string folder, ZipHandles handles, ZipArchive zip)
    {
        (Root, _handles) = ($"{path}!/{folder}"[..^1], handles);
        var folders = FoldersOf(zip);
        for (var i = 0; i < zip.Entries.Count; i++)
        {
            var name = zip.Entries[i].FullName;
            // Whoever zips a package that is a folder has its folders as entries. One in which nothing lies was added.
            if (folders.Contains(name) && zip.Entries[i].Length == 0)
                continue;
            if (!name.StartsWith(folder, StringComparison.Ordinal))
                _odd.Add(new OddFile($"{path}!/{name}", "It lies beside the folder that the package is, so no manifest names it: it was added."));
            else if (!_entries.TryAdd(name[folder.Length..], i))
                _odd.Add(new OddFile($"{path}!/{name}", "The archive holds another entry of the same name, which some programs would unpack in its place."));
        }
        foreach (var why in ArchiveLayout.Oddities(path, zip))
            _odd.Add(new OddFile(path, why));
    }

    /// <inheritdoc/>
    public string Root { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <inheritdoc/>
    public IReadOnlyList<OddFile> Odd => _odd;

    /// <summary>
    /// Opens an archive; null where it is no package. Throws <see cref="TrailSourceException"/> where it is named as an archive and
    /// cannot be opened.
    /// </summary>
    public static EvidenceArchive? Of(string path)
    {
        if (!EvidenceDraft.IsArchive(path) || !File.Exists(path))
            return null;
        var handles = new ZipHandles(path);
        EvidenceArchive? package = null;
        try
        {
            var zip = handles.Take();
            try
            {
                package = EvidenceNames.FolderOf(zip.Entries.Select(entry => entry.FullName)) is { } folder
                    ? new EvidenceArchive(path, folder, handles, zip) : null;
            }
            finally
            {
                handles.Return(zip);
            }
            return package;
        }
        catch (InvalidDataException e)
        {
            throw new TrailSourceException(ArchiveFaults.Damaged(path, e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrailSourceException(LogFaults.OfReading(path, e));
        }
        finally
        {
            if (package is null)
                handles.Dispose();
        }
    }

    /// <inheritdoc/>
    public Stream Open(string name)
    {
        var zip = _handles.Take();
        try
        {
            using var entry = zip.Entries[_entries[name]].Open();
            var held = new MemoryStream();
            var piece = new byte[EngineLimits.SavedAtOnce];
            for (int read; (read = entry.Read(piece)) > 0;)
            {
                if (held.Length + read > EngineLimits.LargestProven)
                    throw EvidenceFaults.TooLarge($"{Root}/{name}");
                held.Write(piece, 0, read);
            }
            held.Position = 0;
            return held;
        }
        finally
        {
            _handles.Return(zip);
        }
    }

    private static HashSet<string> FoldersOf(ZipArchive zip)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var name = entry.FullName.AsSpan();
            while (name.LastIndexOf('/') is var at and >= 0 && folders.Add(new string(name[..(at + 1)])))
                name = name[..at];
        }
        return folders;
    }

    /// <inheritdoc/>
    public void Dispose() => _handles.Dispose();
}
