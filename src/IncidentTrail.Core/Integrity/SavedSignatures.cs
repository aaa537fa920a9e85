using System.Text;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Integrity;

/// <summary>
/// The signatures of digests that were saved from a bucket, by the path of the copy. A bucket keeps them in the metadata of
/// the digest, which a plain copy loses; Save-IncidentTrailLog writes them down.
/// </summary>
internal sealed class SavedSignatures
{
    private readonly Dictionary<string, byte[]> _signatures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>Takes the signatures that the manifest of a folder holds, if there is one.</summary>
    public void Add(string folder)
    {
        if (!_folders.Add(folder))
            return;
        foreach (var entry in SavedManifest.Read(folder))
        {
            if (entry.Metadata.GetValueOrDefault("signature") is { } signature && KeyPath.Of(folder, entry.Key) is { } path)
                _signatures[path] = Encoding.UTF8.GetBytes(signature);
        }
        foreach (var (name, signature) in PackedSignatures.Read(folder))
            _signatures[Path.GetFullPath(Path.Combine(folder, name))] = Encoding.UTF8.GetBytes(signature);
    }

    /// <summary>The digests of what is to be tested whose signatures were saved, there or not.</summary>
    public IEnumerable<GoneDigest> Gone(IntegrityScope scope) =>
        _signatures.Select(saved => GoneDigest.Of(saved.Key, Encoding.UTF8.GetString(saved.Value), scope)).OfType<GoneDigest>();

    /// <summary>The signature that was saved with the copy at a path, in hex; null where none was.</summary>
    public string? Find(string path) => _signatures.TryGetValue(path, out var signature) ? Encoding.UTF8.GetString(signature) : null;
}
