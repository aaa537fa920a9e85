using System.Runtime.CompilerServices;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Tests.Integrity;

/// <summary>Buckets in memory; one of them is listed, below a prefix, and all can be read.</summary>
internal sealed class MadeBucket(
    SortedDictionary<(string Bucket, string Key), StoredObject> objects, string listed = "trail-logs", string prefix = "") : IIntegrityPlace
{
    /// <summary>The keys that were opened, in their order.</summary>
    public List<string> Opened { get; } = [];

    public bool IsCopy => false;

    public async IAsyncEnumerable<PlacedItem> DigestsAsync(IntegrityScope scope, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var file in Files().Where(file => file.Kind == TrailLogKind.Digest))
            yield return new PlacedItem(file, null);
        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<PlacedItem> LogsAsync(IntegrityScope scope, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var file in Files().Where(file => file.Kind == TrailLogKind.CloudTrail))
            yield return new PlacedItem(file, null);
        await Task.CompletedTask;
    }

    public IReadOnlyList<TrailLog> Find(string bucket, string key) => [TrailLogLocation.FromKey(bucket, key)];

    public IEnumerable<GoneDigest> Gone(IntegrityScope scope) => [];

    public DateTime? LastDelivery(DigestName name, IntegrityScope scope) => null;

    public ValueTask<OpenedFile> OpenAsync(TrailLog file, CancellationToken token)
    {
        lock (Opened)
            Opened.Add(file.Key!);
        var there = objects.GetValueOrDefault((file.BucketName!, file.Key!));
        if (there is null || there.Fault is not null)
        {
            var kind = there?.Fault ?? TrailFaultKind.SourceNotFound;
            throw new TrailSourceException(new TrailFault(kind, file.Location, $"{file.Location}: {kind}."));
        }
        return ValueTask.FromResult(new OpenedFile(new MemoryStream(there.Bytes), there.Signature));
    }

    private IEnumerable<TrailLog> Files() => objects.Keys
        .Where(place => place.Bucket == listed && place.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(place => TrailLogLocation.FromKey(place.Bucket, place.Key));
}
