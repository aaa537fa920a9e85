using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>The copy that a package was made of: digests and logs are found by their names, as in any copy.</summary>
internal sealed class PackagedCopy : IIntegrityPlace
{
    private readonly CheckedFiles _files;
    private readonly string _root;
    private readonly IReadOnlyDictionary<string, string> _signatures;
    private readonly CopyIndex _index = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="files">The files of the package.</param>
    /// <param name="root">What stands before their paths.</param>
    /// <param name="names">The paths of the logs and digests.</param>
    /// <param name="signatures">The signatures of digests by their paths.</param>
    public PackagedCopy(CheckedFiles files, string root, IEnumerable<string> names, IReadOnlyDictionary<string, string> signatures)
    {
        (_files, _root, _signatures) = (files, root, signatures);
        foreach (var name in names)
        {
            var file = name.LastIndexOf('/') + 1;
            var (folder, packed) = ($"{root}/{name[..(file - 1)]}", name[file..]);
            var own = NameOf(packed);
            if (!_names.TryAdd(Path.Join(folder, own), name))
                _names[Path.Join(folder, own = packed)] = name;
            _index.Add(folder, own);
        }
    }

    /// <inheritdoc/>
    public bool IsCopy => true;

    /// <inheritdoc/>
    public IAsyncEnumerable<PlacedItem> DigestsAsync(IntegrityScope scope, CancellationToken token) =>
        ReadyElements.Of(_index.Digests().Select(digest => new PlacedItem(digest, null)));

    /// <inheritdoc/>
    public IAsyncEnumerable<PlacedItem> LogsAsync(IntegrityScope scope, CancellationToken token) =>
        ReadyElements.Of(_index.Logs().Concat(_index.Others()).Select(log => new PlacedItem(log, null)));

    /// <inheritdoc/>
    public IReadOnlyList<TrailLog> Find(string bucket, string key) => _index.Find(key);

    /// <inheritdoc/>
    public IEnumerable<GoneDigest> Gone(IntegrityScope scope) => _signatures
        .Where(saved => _index.Find(saved.Key).Count == 0)
        .Select(saved => GoneDigest.Of($"{_root}/{saved.Key}", saved.Value, scope)).OfType<GoneDigest>();

    /// <inheritdoc/>
    public DateTime? LastDelivery(DigestName name, IntegrityScope scope) => _index.LastDelivery(name, scope);

    /// <inheritdoc/>
    public ValueTask<OpenedFile> OpenAsync(TrailLog file, CancellationToken token)
    {
        var name = _names[file.Path!];
        return ValueTask.FromResult(new OpenedFile(_files.Open(name), _signatures.GetValueOrDefault(name)));
    }

    // The name that the file had in the copy: what some system refuses is packed as %XX.
    private static string NameOf(string packed)
    {
        var own = KeyPath.KeyOf([packed]);
        return KeyPath.Names(own) is [var again] && again == packed ? own : packed;
    }
}
