using System.Runtime.CompilerServices;
using IncidentTrail.Sources.Listing;
using IncidentTrail.Sources.Names;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Aws.S3;

/// <summary>The logs of a bucket: those a query needs below a prefix, or exact keys.</summary>
internal sealed class S3TrailSource : ITrailSource, IDisposable
{
    private readonly TrailBucket _bucket;
    private readonly S3Client _client;
    private readonly CancellationTokenSource _stop = new();
    private long _turns;

    /// <param name="bucket">What of the bucket is meant.</param>
    /// <param name="client">The client of the bucket.</param>
    /// <param name="name">What the source is called, where it is not the bucket: the trail it was found by.</param>
    public S3TrailSource(TrailBucket bucket, S3Client client, string? name = null)
    {
        _bucket = bucket;
        _client = client;
        Name = name
            ?? (bucket.Keys is { Count: 1 } one ? $"s3://{bucket.BucketName}/{one[0]}"
                : $"s3://{bucket.BucketName}/{(bucket.Keys is null ? bucket.KeyPrefix?.TrimStart('/') : null)}");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>More than are downloaded at once: while the first is waited for, those behind it go on.</summary>
    public int ReadAheadFor(TrailQuery query) => 2 * (query.ThrottleLimit ?? AdapterLimits.DownloadsAtOnce);

    /// <inheritdoc/>
    public IAsyncEnumerable<TrailSourceItem> ListAsync(TrailQuery query, TrailSourceCoverage entry, CancellationToken token)
    {
        var reader = new ObjectReader(_client, query.ThrottleLimit ?? AdapterLimits.DownloadsAtOnce, _stop.Token);
        return _bucket.Keys is { } keys ? NamedAsync(keys, reader) : FoundAsync(query, entry, reader, token);
    }

    /// <summary>Stops what is under way and closes the connections.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _client.Dispose();
    }

    private async IAsyncEnumerable<TrailSourceItem> NamedAsync(IReadOnlyList<string> keys, ObjectReader reader)
    {
        foreach (var key in keys.Select(key => new ListedKey(key, null, null, null, null)))
        {
            var log = Log(key);
            yield return KindOf(log) is LogPlaceKind.OtherKind or LogPlaceKind.Leftover
                ? new SkippedLog(log)
                : Found(log, key, listed: false, reader);
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private async IAsyncEnumerable<TrailSourceItem> FoundAsync(
        TrailQuery query, TrailSourceCoverage entry, ObjectReader reader, [EnumeratorCancellation] CancellationToken token)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(token, _stop.Token);
        using var pages = new BucketLister(_client, query.ThrottleLimit);
        await using var lister = new FoldersAhead(pages, _client.Memory, Scope(query), both.Token);
        var prefix = TrailPrefix.Parse(_bucket.KeyPrefix);
        var filter = new LogFilter(query);
        var passed = new PassedOver(filter);
        var wanted = new WantedFolders(query, filter, prefix, _bucket.IncludeDigests) { ListFrom = _bucket.ListFrom };
        ListingCoverage.Note(entry, _bucket, query, filter.Window, DateTime.UtcNow);
        var account = new FolderAccount($"s3://{_bucket.BucketName}/{prefix.Base}");
        var layout = new TrailLayout(lister, prefix, _bucket.OrganizationId, wanted);
        try
        {
            await foreach (var part in new TrailListing(lister, prefix, layout, wanted).PartsAsync(both.Token).ConfigureAwait(false))
            {
                if (part.Notice is { } notice)
                    yield return new SourceNotice(notice);
                foreach (var key in part.Keys)
                {
                    if (!passed.Takes(key.Key))
                        continue;
                    var log = Log(key);
                    var kind = KindOf(log);
                    if (kind == LogPlaceKind.Unknown)
                        kind = await KindOfAsync(key, reader, both.Token).ConfigureAwait(false);
                    yield return account.Take(kind, log.Location) ? Found(log, key, listed: true, reader) : new SkippedLog(log);
                }
            }

            foreach (var notice in account.Notices(mayBeEmpty: true))
                yield return new SourceNotice(notice);
        }
        finally
        {
            entry.State("FolderPagesListed", pages.FolderPages);
            entry.State("KeyPagesListed", pages.KeyPages);
            passed.State(entry);
        }
    }

    // What decides which folders are gone through.
    private string Scope(TrailQuery query) => string.Join('|', [
        _bucket.KeyPrefix, _bucket.OrganizationId, _bucket.IncludeDigests.ToString(), .. query.AccountId, "", .. query.EventCategory]);

    private TrailLog Log(ListedKey key) => TrailLogLocation.FromKey(
        _bucket.BucketName, key.Key, key.Size, key.LastModifiedUtc, key.ETag, key.StorageClass);

    private LogPlaceKind KindOf(TrailLog log) => LogPlace.Of(log) switch
    {
        LogPlaceKind.OtherKind when log.Kind == TrailLogKind.Digest && _bucket.IncludeDigests => LogPlaceKind.Log,
        var kind => kind,
    };

    private FoundLog Found(TrailLog log, ListedKey key, bool listed, ObjectReader reader)
    {
        var turn = _turns++;
        return new FoundLog(log, token => reader.OpenAsync(key, listed, turn, token));
    }

    // Hardly ever asked: CloudTrail's own names tell.
    private async ValueTask<LogPlaceKind> KindOfAsync(ListedKey key, ObjectReader reader, CancellationToken token)
    {
        try
        {
            await using var stored = await reader.OpenAsync(key, listed: true, _turns++, token).ConfigureAwait(false);
            var first = new byte[EngineLimits.LookedAt];
            var length = await stored.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, token).ConfigureAwait(false);
            return LogSniff.KindOf(first.AsSpan(0, length), key.Key);
        }
        catch (Exception e) when (e is TrailSourceException or IOException)
        {
            // It is named as a log is read: the reader says why it cannot be.
            return LogPlaceKind.Log;
        }
    }
}
