namespace IncidentTrail.Aws.S3;

/// <summary>
/// The buckets that one test reads: the one that was asked for, and those that its digests lead to. Each has a client of its
/// own; what is wanted of all of them comes in one order.
/// </summary>
/// <param name="open">Makes the client of a bucket; throws <see cref="TrailSourceException"/> where its name leads nowhere.</param>
/// <param name="throttleLimit">How many objects of a bucket are fetched at once.</param>
internal sealed class BucketClients(Func<string, S3Client> open, int throttleLimit) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, (S3Client Client, ObjectReader Reader)> _buckets = new(StringComparer.Ordinal);
    private long _turns;

    /// <summary>Ends what is under way.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The client of a bucket.</summary>
    public S3Client Client(string bucket) => Of(bucket).Client;

    /// <summary>Opens an object. Throws <see cref="TrailSourceException"/> where it cannot be had.</summary>
    public ValueTask<Stream> OpenAsync(TrailLog file, CancellationToken token) => Of(file.BucketName!).Reader.OpenAsync(
        new(file.Key!, file.Size, file.LastModifiedUtc, file.ETag, file.StorageClass), listed: file.ETag is not null,
        Interlocked.Increment(ref _turns), token);

    public void Dispose()
    {
        _stop.Cancel();
        lock (_buckets)
        {
            foreach (var (client, _) in _buckets.Values)
                client.Dispose();
        }
    }

    private (S3Client Client, ObjectReader Reader) Of(string bucket)
    {
        lock (_buckets)
        {
            if (_buckets.TryGetValue(bucket, out var known))
                return known;
            var client = open(bucket);
            return _buckets[bucket] = (client, new ObjectReader(client, throttleLimit, _stop.Token));
        }
    }
}
