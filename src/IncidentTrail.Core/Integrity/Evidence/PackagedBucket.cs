using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>The buckets that a package was made of, as far as it holds them: digests and logs lie where they lay there.</summary>
internal sealed class PackagedBucket : IIntegrityPlace
{
    private readonly CheckedFiles _files;
    private readonly IReadOnlyDictionary<string, string> _signatures;
    private readonly Dictionary<(string Bucket, string Key), string> _names = [];
    private readonly Dictionary<string, string> _throughAccessPoints = new(StringComparer.Ordinal);

    /// <param name="files">The files of the package.</param>
    /// <param name="names">The paths of the logs and digests there.</param>
    /// <param name="signatures">The signatures of digests by their paths there.</param>
    public PackagedBucket(CheckedFiles files, IEnumerable<string> names, IReadOnlyDictionary<string, string> signatures)
    {
        (_files, _signatures) = (files, signatures);
        foreach (var name in names)
        {
            if (EvidencePaths.ObjectOf(name) is not var (bucket, key))
                continue;
            _names.TryAdd((bucket, key), name);
            if (PlaceNames.IsAccessPoint(bucket))
                _throughAccessPoints.TryAdd(key, bucket);
        }
    }

    /// <inheritdoc/>
    public bool IsCopy => false;

    /// <inheritdoc/>
    public IAsyncEnumerable<PlacedItem> DigestsAsync(IntegrityScope scope, CancellationToken token) =>
        ReadyElements.Of(Files().Where(file => DigestName.Parse(file.Location) is not null).Select(file => new PlacedItem(file, null)));

    /// <inheritdoc/>
    public IAsyncEnumerable<PlacedItem> LogsAsync(IntegrityScope scope, CancellationToken token) =>
        ReadyElements.Of(Files().Where(file => file.Kind == TrailLogKind.CloudTrail).Select(file => new PlacedItem(file, null)));

    /// <inheritdoc/>
    public IReadOnlyList<TrailLog> Find(string bucket, string key) =>
        _names.ContainsKey((bucket, key)) ? [TrailLogLocation.FromKey(bucket, key)]
        : _throughAccessPoints.TryGetValue(key, out var through) ? [TrailLogLocation.FromKey(through, key)] : [];

    /// <inheritdoc/>
    public IEnumerable<GoneDigest> Gone(IntegrityScope scope) => [];

    /// <inheritdoc/>
    public DateTime? LastDelivery(DigestName name, IntegrityScope scope) => null;

    /// <inheritdoc/>
    public ValueTask<OpenedFile> OpenAsync(TrailLog file, CancellationToken token)
    {
        var name = _names[(file.BucketName!, file.Key!)];
        return ValueTask.FromResult(new OpenedFile(_files.Open(name), _signatures.GetValueOrDefault(name)));
    }

    private IEnumerable<TrailLog> Files() => _names.Keys.Select(place => TrailLogLocation.FromKey(place.Bucket, place.Key));
}
