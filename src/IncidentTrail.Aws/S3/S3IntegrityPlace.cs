using System.Runtime.CompilerServices;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Listing;
using IncidentTrail.Sources.Names;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// The digests and logs of a bucket, below a prefix, and what they lead to in other prefixes and buckets. The folders are
/// looked for once; then the digests that the window needs are listed, and at the end its logs.
/// </summary>
/// <param name="bucket">What of the bucket is meant.</param>
/// <param name="buckets">The clients of it and of others.</param>
/// <param name="throttleLimit">How many pages may be asked for at once, where that was limited.</param>
internal sealed class S3IntegrityPlace(TrailBucket bucket, BucketClients buckets, int? throttleLimit) : IIntegrityPlace, IDisposable
{
    private readonly List<TrailListingPart> _logFolders = [];
    private readonly List<TrailLog> _loose = [];
    private readonly bool _isAccessPoint = PlaceNames.IsAccessPoint(bucket.BucketName);
    private readonly Dictionary<string, TrailLog> _digests = new(StringComparer.Ordinal);

    // Made by the digests' listing, which knows where the logs are.
    private BucketLister? _lister;
    private TrailListing? _listing;

    /// <inheritdoc/>
    public bool IsCopy => false;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlacedItem> DigestsAsync(IntegrityScope scope, [EnumeratorCancellation] CancellationToken token)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(token, buckets.Stop);
        var prefix = TrailPrefix.Parse(bucket.KeyPrefix) with { Kind = null };
        var query = new TrailQuery
        {
            AccountId = scope.AccountId, Region = scope.Region, StartTimeUtc = scope.StartUtc, EndTimeUtc = scope.EndUtc,
            DeliverySlack = EngineLimits.NamesMayBeEarly,
        };
        var wanted = new WantedFolders(query, new LogFilter(query, EngineLimits.DigestPeriod), prefix, includeDigests: true);
        _lister = new BucketLister(buckets.Client(bucket.BucketName), throttleLimit);
        _listing = new TrailListing(_lister, prefix, new TrailLayout(_lister, prefix, bucket.OrganizationId, wanted), wanted);
        var digestFolders = new List<TrailListingPart>();
        await foreach (var part in _listing.FoldersAsync(both.Token).ConfigureAwait(false))
        {
            if (part.Folder is { } folder)
                (LogFolders.KindOf(folder.Kind) == TrailLogKind.Digest ? digestFolders : _logFolders).Add(part);
            foreach (var item in Items(part, digests: true))
                yield return item;
        }
        await foreach (var item in KeysAsync(digestFolders, digests: true, both.Token).ConfigureAwait(false))
        {
            if (item.File is { } digest)
                _digests.TryAdd(digest.Key!, digest);
            yield return item;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlacedItem> LogsAsync(IntegrityScope scope, [EnumeratorCancellation] CancellationToken token)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(token, buckets.Stop);
        foreach (var log in _loose)
            yield return new PlacedItem(log, null);
        await foreach (var item in KeysAsync(_logFolders, digests: false, both.Token).ConfigureAwait(false))
            yield return item;
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrailLog> Find(string named, string key)
    {
        // What an access point leads to is known to digests by the bucket's own name.
        var place = _isAccessPoint ? bucket.BucketName : named;
        return [place == bucket.BucketName && _digests.TryGetValue(key, out var listed) ? listed : TrailLogLocation.FromKey(place, key)];
    }

    /// <inheritdoc/>
    public IEnumerable<GoneDigest> Gone(IntegrityScope scope) => [];

    /// <inheritdoc/>
    public DateTime? LastDelivery(DigestName name, IntegrityScope scope) => null;

    /// <inheritdoc/>
    public async ValueTask<OpenedFile> OpenAsync(TrailLog file, CancellationToken token)
    {
        var stored = (StoredLogStream)await buckets.OpenAsync(file, token).ConfigureAwait(false);
        return new OpenedFile(stored is HeldBody ? stored : new StoppableBody(stored, token), stored.Metadata.GetValueOrDefault("signature"));
    }

    /// <summary>Stops what is under way and closes the connections.</summary>
    public void Dispose()
    {
        buckets.Dispose();
        _lister?.Dispose();
    }

    private async IAsyncEnumerable<PlacedItem> KeysAsync(
        IReadOnlyList<TrailListingPart> folders, bool digests, [EnumeratorCancellation] CancellationToken token)
    {
        var parts = OrderedWork.Of(ReadyElements.Of(folders), (part, stop) => _listing!.KeysAsync(part, stop), EngineLimits.RegionsAhead, token);
        await foreach (var part in parts.ConfigureAwait(false))
        {
            foreach (var item in Items(part, digests))
                yield return item;
        }
    }

    private IEnumerable<PlacedItem> Items(TrailListingPart part, bool digests)
    {
        if (part.Notice is { } notice)
            yield return new PlacedItem(null, notice);
        foreach (var key in part.Keys)
        {
            // What is archived is known by the answer: a copy may have been restored.
            var file = TrailLogLocation.FromKey(bucket.BucketName, key.Key, key.Size, key.LastModifiedUtc, key.ETag);
            if (LogPlace.Of(file) == LogPlaceKind.Leftover)
                continue;
            if ((file.Kind == TrailLogKind.Digest) == digests)
                yield return new PlacedItem(file, null);
            else if (digests)
                _loose.Add(file);
        }
    }
}
