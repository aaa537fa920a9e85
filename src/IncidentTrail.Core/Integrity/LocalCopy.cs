using System.Runtime.CompilerServices;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Integrity;

/// <summary>
/// A copy of a trail's digests and logs on disk, in any layout: an object is found by its name, and where several files have
/// it, by how much of its folder they share. A file that was inflated is found too.
/// </summary>
internal sealed class LocalCopy(IReadOnlyList<string> paths) : IIntegrityPlace
{
    private readonly List<(string Path, LogFolder Place)> _folders = [];
    private readonly List<(string Name, int Folder, int Next)> _files = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly SavedSignatures _signatures = new();

    /// <inheritdoc/>
    public bool IsCopy => true;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlacedItem> DigestsAsync(IntegrityScope scope, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var path in paths)
        {
            foreach (var notice in Add(path, token))
                yield return new PlacedItem(null, notice);
        }
        for (var i = 0; i < _files.Count; i++)
        {
            if (DigestName.Parse(_files[i].Name) is not null)
                yield return new PlacedItem(File(i), null);
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlacedItem> LogsAsync(IntegrityScope scope, [EnumeratorCancellation] CancellationToken token)
    {
        for (var i = 0; i < _files.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            if (File(i) is { Kind: TrailLogKind.CloudTrail } log)
                yield return new PlacedItem(log, null);
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrailLog> Find(string bucket, string key)
    {
        if (!_byName.TryGetValue(PlaceNames.Plain(DigestName.FileName(key)), out var at))
            return [];
        if (_files[at].Next < 0)
            return [File(at)];
        var best = new List<int>();
        var most = -1;
        for (; at >= 0; at = _files[at].Next)
        {
            var shared = Shared(_folders[_files[at].Folder].Path, key);
            if (shared > most)
                best.Clear();
            if (shared >= most)
                best.Add(at);
            most = Math.Max(most, shared);
        }
        return [.. best.Select(File)];
    }

    /// <inheritdoc/>
    public ValueTask<OpenedFile> OpenAsync(TrailLog file, CancellationToken token) =>
        ValueTask.FromResult(new OpenedFile(FileSource.Open(file.Path!), _signatures.Find(file.Path!)));

    private IEnumerable<TrailNotice> Add(string path, CancellationToken token)
    {
        // The manifest of a saved copy lies in its root, and what is tested may be a part of it.
        for (var above = Directory.Exists(path) ? path : Path.GetDirectoryName(path); above is not null; above = Path.GetDirectoryName(above))
            _signatures.Add(above);
        if (!Directory.Exists(path))
        {
            Add(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            yield break;
        }
        foreach (var found in FolderWalk.Files(path))
        {
            token.ThrowIfCancellationRequested();
            // What is behind a link that was not followed may be what a digest lists, or what none does.
            if (found.Notice is { } notice)
                yield return notice.Kind == TrailNoticeKind.Warning ? TrailNotice.Gap(notice.Text) : notice;
            else if (found.Name.EndsWith(SavedManifest.Extension, StringComparison.Ordinal))
                _signatures.Add(found.Folder);
            else if (!found.Name.StartsWith('.'))
                Add(found.Folder, found.Name);
        }
    }

    private void Add(string folder, string name)
    {
        if (_folders.Count == 0 || _folders[^1].Path != folder)
            _folders.Add((folder, LogFolder.Of(folder)));
        var plain = PlaceNames.Plain(name);
        var next = _byName.GetValueOrDefault(plain, -1);
        _byName[plain] = _files.Count;
        _files.Add((name, _folders.Count - 1, next));
    }

    private TrailLog File(int index)
    {
        var (name, at, _) = _files[index];
        var (folder, place) = _folders[at];
        return TrailLogLocation.FromPath(place, Path.Join(folder, name), name);
    }

    // How many folders above the file the two have in common.
    private static int Shared(string folder, string key)
    {
        var here = folder.Split('/', '\\');
        var there = key.Split('/')[..^1];
        var shared = 0;
        while (shared < Math.Min(here.Length, there.Length) && here[^(shared + 1)] == there[^(shared + 1)])
            shared++;
        return shared;
    }
}
