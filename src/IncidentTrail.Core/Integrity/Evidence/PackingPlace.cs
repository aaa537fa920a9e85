using System.Collections.Concurrent;
using System.Security.Cryptography;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>A place of which all that is opened is packed first, byte for byte: what is tested is what is in the package.</summary>
/// <param name="place">The place.</param>
/// <param name="paths">Where in the package a file belongs.</param>
/// <param name="folder">The folder of the package.</param>
internal sealed class PackingPlace(IIntegrityPlace place, EvidencePaths paths, string folder) : IIntegrityPlace
{
    private readonly ConcurrentDictionary<string, Lazy<Task<PackedFile>>> _files = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Signature)> _gone = [];

    /// <inheritdoc/>
    public bool IsCopy => place.IsCopy;

    /// <summary>What was packed.</summary>
    public IEnumerable<PackedFile> Files() =>
        _files.Values.Where(file => file.Value.IsCompletedSuccessfully).Select(file => file.Value.Result);

    /// <summary>The signatures of digests that were there when the copy was saved, by their paths in the package.</summary>
    public IReadOnlyList<(string Name, string Signature)> SignaturesOfGone => _gone;

    /// <summary>The path in the package of what a row is about; null where it is not packed.</summary>
    public string? NameOf(TrailIntegrityResult row) =>
        paths.Of(row.Path, row.BucketName, row.Key) is { } name && _files.TryGetValue(name, out var file) && file.Value.IsCompletedSuccessfully ? name : null;

    /// <inheritdoc/>
    public IAsyncEnumerable<PlacedItem> DigestsAsync(IntegrityScope scope, CancellationToken token) => place.DigestsAsync(scope, token);

    /// <inheritdoc/>
    public IAsyncEnumerable<PlacedItem> LogsAsync(IntegrityScope scope, CancellationToken token) => place.LogsAsync(scope, token);

    /// <inheritdoc/>
    public IReadOnlyList<TrailLog> Find(string bucket, string key) => place.Find(bucket, key);

    /// <inheritdoc/>
    public IEnumerable<GoneDigest> Gone(IntegrityScope scope)
    {
        foreach (var digest in place.Gone(scope))
        {
            // That it was saved is all that tells of it, so the package says so too.
            if (paths.Of(digest.File.Path, null, null) is { } name)
                _gone.Add((name, digest.Signature));
            yield return digest;
        }
    }

    /// <inheritdoc/>
    public DateTime? LastDelivery(DigestName name, IntegrityScope scope) => place.LastDelivery(name, scope);

    /// <inheritdoc/>
    public async ValueTask<OpenedFile> OpenAsync(TrailLog file, CancellationToken token)
    {
        var packed = await PackAsync(file, token).ConfigureAwait(false);
        return new OpenedFile(SharedFile.Open(PathOf(packed.Name)), packed.Signature);
    }

    /// <summary>Packs a file.</summary>
    public Task<PackedFile> PackAsync(TrailLog file, CancellationToken token)
    {
        var name = paths.Of(file.Path, file.BucketName, file.Key) ?? throw EvidenceFaults.NoPath(file);
        return _files.GetOrAdd(name, _ => new Lazy<Task<PackedFile>>(() => PackAsync(file, name, token))).Value;
    }

    private async Task<PackedFile> PackAsync(TrailLog file, string name, CancellationToken token)
    {
        var opened = await place.OpenAsync(file, token).ConfigureAwait(false);
        await using var stored = opened.Bytes;
        return new PackedFile(name, await CopyAsync(stored, PathOf(name), token).ConfigureAwait(false), opened.Signature);
    }

    private static async Task<string> CopyAsync(Stream stored, string path, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var packed = Written(() => Create(path));
        try
        {
            await using (packed)
            {
                var piece = new byte[EngineLimits.SavedAtOnce];
                for (int read; (read = await stored.ReadAsync(piece, token).ConfigureAwait(false)) > 0;)
                {
                    hash.AppendData(piece, 0, read);
                    Written(() =>
                    {
                        packed.Write(piece, 0, read);
                        return 0;
                    });
                }
            }
        }
        catch
        {
            // A part of a log is none.
            File.Delete(path);
            throw;
        }
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }

    private string PathOf(string name) => Path.Combine([folder, .. name.Split('/')]);

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    // What cannot be read is a verdict; what cannot be written is none.
    private static T Written<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceNotWrittenException(e);
        }
    }
}
