using Amazon;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Reads one bucket: lists it, and opens its objects. Where an answer says that the bucket is in another Region, all goes on there.
/// </summary>
internal sealed class S3Client : IDisposable
{
    private readonly Uri? _endpoint;
    private readonly bool _requesterPays;
    private readonly SharedCredentials _credentials;
    private readonly BucketHttp _http;
    private readonly RetrySchedule _schedule;
    private readonly ServerClock _clock;
    private readonly SemaphoreSlim _first = new(1, 1);
    private volatile S3Address _address;
    private volatile bool _placed;

    public S3Client(
        string bucket, string region, AWSCredentials credentials, Uri? endpoint, bool requesterPays, RetrySchedule? schedule = null,
        HttpRoute? route = null)
    {
        Bucket = bucket;
        _schedule = schedule ?? new RetrySchedule { FirstBound = AdapterLimits.FirstBucketWait };
        _clock = new ServerClock(_schedule.Clock);
        _endpoint = endpoint;
        _requesterPays = requesterPays;
        _credentials = new SharedCredentials(credentials);
        _address = AddressIn(RegionOf(bucket) ?? region);
        _http = new BucketHttp(route ?? HttpRoute.Direct, _clock);
    }

    /// <summary>The bucket, or the ARN of an access point.</summary>
    public string Bucket { get; }

    /// <summary>The Region it is called in, as far as is known by now.</summary>
    public string Region => _address.Region;

    /// <summary>Begins to count the attempts of a call, or of all calls that read one object.</summary>
    public ServiceAttempts Begin() => new(_schedule, _credentials, _clock);

    /// <summary>Lists a page of the bucket. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    public Task<KeyPage> ListAsync(KeyPageRequest asked, CancellationToken token)
    {
        var call = new BucketCall(HttpMethod.Get, Query: ListQuery(asked))
        {
            Payer = Payer,
            // The storage class of a restored copy is still that of the archive.
            Attributes = asked.Folders ? null : "RestoreStatus",
        };
        return CallAsync("ListObjectsV2", call, Begin(), PageAsync, token);
    }

    /// <summary>Opens an object. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">The first byte wanted.</param>
    /// <param name="tag">The entity tag the object must still have, exactly as it was told.</param>
    /// <param name="attempts">What was tried already to read it.</param>
    /// <param name="token">Gives up.</param>
    public Task<S3Object> GetAsync(string key, long from, string? tag, ServiceAttempts attempts, CancellationToken token) => CallAsync(
        "GetObject", new BucketCall(HttpMethod.Get, key) { Payer = Payer, Tag = tag, From = from }, attempts,
        static (answer, _) => Task.FromResult(new S3Object(answer)), token);

    public void Dispose()
    {
        _http.Dispose();
        _credentials.Dispose();
    }

    private string? Payer => _requesterPays ? "requester" : null;

    // In the order of the names. Keys may hold characters that XML forbids, so they are wanted escaped.
    private static string ListQuery(KeyPageRequest asked)
    {
        IEnumerable<(string Name, string? Value)> words =
        [
            ("continuation-token", asked.Continuation), ("delimiter", asked.Folders ? "/" : null), ("encoding-type", "url"),
            ("list-type", "2"), ("prefix", asked.Prefix), ("start-after", asked.Continuation is null ? asked.After : null),
        ];
        return string.Join('&', words.Where(word => word.Value is not null).Select(word => $"{word.Name}={Uri.EscapeDataString(word.Value!)}"));
    }

    private static async Task<KeyPage> PageAsync(HttpResponseMessage answer, CancellationToken token)
    {
        using (answer)
            return S3KeyPage.Read(await answer.Content.ReadAsStreamAsync(token).ConfigureAwait(false));
    }

    // The first request goes alone, so that the Region is looked for once.
    private async Task<T> CallAsync<T>(
        string operation, BucketCall call, ServiceAttempts attempts, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken token)
    {
        if (_placed)
            return await AttemptsAsync(operation, call, attempts, read, token).ConfigureAwait(false);
        await _first.WaitAsync(token).ConfigureAwait(false);
        var alone = !_placed;
        if (!alone)
            _first.Release();
        try
        {
            return await AttemptsAsync(operation, call, attempts, read, token).ConfigureAwait(false);
        }
        finally
        {
            if (alone)
            {
                _placed = true;
                _first.Release();
            }
        }
    }

    private async Task<T> AttemptsAsync<T>(
        string operation, BucketCall call, ServiceAttempts attempts, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken token)
    {
        for (var moves = 0; ;)
        {
            attempts.Begin();
            var keys = await _credentials.CurrentAsync(token).ConfigureAwait(false);
            var address = _address;
            try
            {
                return await read(await _http.SendAsync(call, address, keys, token).ConfigureAwait(false), token).ConfigureAwait(false);
            }
            catch (Exception e) when (S3Error.Of(e, token) is { } failure)
            {
                if (moves < AdapterLimits.MostMoves && await MoveAsync(address, keys, failure, token).ConfigureAwait(false))
                    moves++;
                else if (!await attempts.AgainAsync($"s3:{operation} in {address.Region}", failure.Error, keys, token).ConfigureAwait(false))
                    throw new ServiceException("s3", operation, address.Region, failure.Error, attempts.Count, e);
            }
        }
    }

    private async Task<bool> MoveAsync(S3Address asked, ImmutableCredentials keys, S3Error failure, CancellationToken token)
    {
        var region = failure.BucketRegion ?? (failure.IsElsewhere ? await FindRegionAsync(asked, keys, token).ConfigureAwait(false) : null);
        if (string.IsNullOrEmpty(region) || region == asked.Region)
            return false;
        if (_address == asked)
            _address = AddressIn(region);
        return true;
    }

    // Also where it is refused, the answer says where the bucket is.
    private async Task<string?> FindRegionAsync(S3Address asked, ImmutableCredentials keys, CancellationToken token)
    {
        try
        {
            using var answer = await _http.SendAsync(new BucketCall(HttpMethod.Head), asked, keys, token).ConfigureAwait(false);
            return S3Refusal.RegionOf(answer);
        }
        catch (Exception e) when (S3Error.Of(e, token) is { } failure)
        {
            return failure.BucketRegion;
        }
    }

    private S3Address AddressIn(string region)
    {
        try
        {
            return S3Address.Of(Bucket, region, _endpoint);
        }
        catch (AmazonClientException e)
        {
            throw NotCallable(e);
        }
    }

    private string? RegionOf(string bucket) =>
        !Arn.IsArn(bucket) ? null
        : Arn.TryParse(bucket, out var arn) && arn.Region is { Length: > 0 } region ? region
        : throw NotCallable(new AmazonClientException("an ARN without a Region"));

    private TrailSourceException NotCallable(AmazonClientException e) => new(new TrailFault(
        TrailFaultKind.Argument, Bucket,
        Arn.IsArn(Bucket) ? $"'{Bucket}' is not the ARN of an access point in one Region: {e.Message}" : $"'{Bucket}' cannot be called: {e.Message}",
        Arn.IsArn(Bucket)
            ? RemedyTable.NoAccessPoint
            : RemedyTable.NotCallable,
        e));
}
