using System.Runtime.CompilerServices;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources.Files;
using IncidentTrail.Sources.Places;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Integrity;

/// <summary>
/// A copy of a trail's digests and logs on disk, in any layout: an object is found by its name, and where several files have
/// it, by how much of its folder they share. A file that was inflated is found too.
/// </summary>
internal sealed class LocalCopy(IReadOnlyList<string> paths) : IIntegrityPlace
{
    private readonly CopyIndex _files = new();
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
        foreach (var digest in _files.Digests())
            yield return new PlacedItem(digest, null);
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlacedItem> LogsAsync(IntegrityScope scope, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var log in _files.Logs())
        {
            token.ThrowIfCancellationRequested();
            yield return new PlacedItem(log, null);
        }
        foreach (var other in _files.Others())
        {
            token.ThrowIfCancellationRequested();
            if (Placed(other) is { } item)
                yield return item;
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrailLog> Find(string bucket, string key) => _files.Find(key);

    /// <inheritdoc/>
    public IEnumerable<GoneDigest> Gone(IntegrityScope scope) =>
        _signatures.Gone(scope).Where(digest => IsTested(digest.File.Path!) && _files.Find(digest.File.Path!).Count == 0 && IsGone(digest.File.Path!));

    /// <inheritdoc/>
    public DateTime? LastDelivery(DigestName name, IntegrityScope scope) => _files.LastDelivery(name, scope);

    /// <inheritdoc/>
    public ValueTask<OpenedFile> OpenAsync(TrailLog file, CancellationToken token) =>
        ValueTask.FromResult(new OpenedFile(OneWayFile.OpenCopy(file.Path!), _signatures.Find(file.Path!)));

    // What else a reading of the folder takes for a log, or opens; null for what it leaves alone.
    private static PlacedItem? Placed(TrailLog file)
    {
        var path = file.Path!;
        if (OneWayFile.Is(path))
            return new PlacedItem(null, TrailNotice.Gap($"{path} is a pipe or a device and was not tested."));
        if (FileSource.IsArchive(path))
            return new PlacedItem(null, TrailNotice.Gap($"{path} is an archive and was not looked into: unpack it, to test what it holds."));
        return LogPlace.Of(file) == LogPlaceKind.Log || LogSniff.KindOf(LogSniff.FirstOf(path), path) == LogPlaceKind.Log ? new PlacedItem(file, null) : null;
    }

    // What lies behind a link that was not followed, or in a folder that may not be entered, was told of and is not gone.
    private static bool IsGone(string path)
    {
        try
        {
            File.GetAttributes(path);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is FileNotFoundException or DirectoryNotFoundException;
        }
    }

    private bool IsTested(string path) => paths.Select(Path.TrimEndingDirectorySeparator).Any(root => FolderPath.Holds(root, path));

    private IEnumerable<TrailNotice> Add(string path, CancellationToken token)
    {
        // The manifest of a saved copy lies in its root, and what is tested may be a part of it.
        for (var above = Directory.Exists(path) ? path : Path.GetDirectoryName(path); above is not null; above = Path.GetDirectoryName(above))
            _signatures.Add(above);
        if (!Directory.Exists(path))
        {
            _files.Add(Path.GetDirectoryName(path)!, Path.GetFileName(path));
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
            else
                _files.Add(found.Folder, found.Name.ToString());
        }
    }
}
