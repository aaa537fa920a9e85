using IncidentTrail.Sources.Places;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>A package that lies in a folder.</summary>
internal sealed class EvidenceFolder : IEvidenceFiles
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<OddFile> _odd = [];

    /// <summary>Lists the folder. Throws <see cref="TrailSourceException"/> where it cannot be listed.</summary>
    public EvidenceFolder(string folder)
    {
        Root = Path.TrimEndingDirectorySeparator(folder);
        try
        {
            Add(new DirectoryInfo(folder), "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrailSourceException(LogFaults.OfReading(folder, e));
        }
    }

    /// <inheritdoc/>
    public string Root { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _names;

    /// <inheritdoc/>
    public IReadOnlyList<OddFile> Odd => _odd;

    /// <summary>True where a package lies in a folder, also one that lacks some of its files.</summary>
    public static bool Is(string folder) =>
        Directory.Exists(folder) && EvidenceNames.IsPackage(EvidenceNames.Own.Where(name => File.Exists(Path.Combine(folder, name))));

    /// <inheritdoc/>
    public Stream Open(string name) => OneWayFile.OpenCopy(Path.Combine([Root, .. name.Split('/')]));

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(DirectoryInfo folder, string above)
    {
        var isEmpty = true;
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            isEmpty = false;
            var name = above + entry.Name;
            if (entry.LinkTarget is not null)
                _odd.Add(new OddFile($"{Root}/{name}", "It is a link, and leads out of the package."));
            else if (entry is DirectoryInfo below)
                Add(below, name + "/");
            else if (!_names.Add(name))
                _odd.Add(new OddFile($"{Root}/{name}", "Another file beside it has a name that reads the same, of bytes that are no UTF-8."));
        }
        if (isEmpty && above.Length > 0)
            _odd.Add(new OddFile($"{Root}/{above}", "It is an empty folder, which is in no package."));
    }
}
