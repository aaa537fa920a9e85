using Amazon;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Reads one bucket: lists it, and opens its objects. Written for many small logs: AWSSDK's own client takes five times as
/// long for one of them, and half a second before the first. Where an answer says that the bucket is in another Region,
/// all goes on there.
/// </summary>
internal sealed class S3Client : IDisposable
{
    private const int MostMoves = 3;
    private const int LargestList = 64 << 20;

    private readonly Uri? _endpoint;
    private readonly SharedCredentials _credentials;
    private readonly S3Connection _connection = new();
    private readonly S3Signer _signer;
    private readonly ServerClock _clock = new(TimeProvider.System);
    private readonly SemaphoreSlim _first = new(1, 1);
    private volatile S3Address _address;
    private volatile bool _placed;

    public S3Client(
        string bucket, string region, AWSCredentials credentials, Uri? endpoint, bool requesterPays, RetrySchedule? schedule = null)
    {
        Bucket = bucket;
        Schedule = schedule ?? new RetrySchedule { FirstBound = TimeSpan.FromMilliseconds(200) };
        _endpoint = endpoint;
        _credentials = new SharedCredentials(credentials);
        _signer = new S3Signer(requesterPays);
        _address = AddressIn(RegionOf(bucket) ?? region);
    }

    /// <summary>The bucket, or the ARN of an access point.</summary>
    public string Bucket { get; }

    /// <summary>The Region it is called in, as far as is known by now.</summary>
    public string Region => _address.Region;

    /// <summary>How failures are repeated.</summary>
    public RetrySchedule Schedule { get; }

    /// <summary>Lists a page of the bucket. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    public Task<KeyPage> ListAsync(KeyPageRequest asked, CancellationToken token) => CallAsync(
        "ListObjectsV2", S3Request.List(asked.Prefix, asked.Folders, asked.After, asked.Continuation),
        async answer =>
        {
            using (answer)
            {
                using var body = await S3Connection.WholeAsync(answer, LargestList, token).ConfigureAwait(false);
                var (page, error) = ListAnswer.Read(body);
                return (page, error is null ? null : S3Failure.Of(answer, error));
            }
        },
        token);

    /// <summary>Opens an object. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">The first byte wanted.</param>
    /// <param name="tag">The entity tag the object must still have, exactly as it was told.</param>
    /// <param name="token">Gives up.</param>
    public Task<S3Object> GetAsync(string key, long from, string? tag, CancellationToken token) => CallAsync(
        "GetObject", S3Request.Get(key, from, tag),
        static answer => Task.FromResult<(S3Object?, S3Failure?)>((new S3Object(answer), null)), token);

    public void Dispose()
    {
        _connection.Dispose();
        _credentials.Dispose();
    }

    // The first request goes alone, so that the Region is looked for once.
    private async Task<T> CallAsync<T>(
        string operation, S3Request request, Func<HttpResponseMessage, Task<(T?, S3Failure?)>> read, CancellationToken token)
        where T : class
    {
        if (_placed)
            return await AttemptsAsync(operation, request, read, token).ConfigureAwait(false);
        await _first.WaitAsync(token).ConfigureAwait(false);
        var alone = !_placed;
        if (!alone)
            _first.Release();
        try
        {
            return await AttemptsAsync(operation, request, read, token).ConfigureAwait(false);
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
        string operation, S3Request request, Func<HttpResponseMessage, Task<(T?, S3Failure?)>> read, CancellationToken token)
        where T : class
    {
        var attempts = new ServiceAttempts(Schedule, _credentials, _clock, TimeProvider.System);
        for (var moves = 0; ;)
        {
            attempts.Begin();
            var keys = await _credentials.CurrentAsync(token).ConfigureAwait(false);
            var address = _address;
            var (result, failure) = await TryAsync(request, address, keys, read, token).ConfigureAwait(false);
            if (failure is null)
                return result!;
            if (moves < MostMoves && await MoveAsync(address, failure, keys, token).ConfigureAwait(false))
                moves++;
            else if (!await attempts.AgainAsync(operation, failure.Error, keys, token).ConfigureAwait(false))
                throw new ServiceException("s3", operation, address.Region, failure.Error, attempts.Count, failure.Cause);
        }
    }

    private async Task<(T?, S3Failure?)> TryAsync<T>(
        S3Request request, S3Address address, ImmutableCredentials keys, Func<HttpResponseMessage, Task<(T?, S3Failure?)>> read,
        CancellationToken token)
        where T : class
    {
        try
        {
            using var message = _signer.Sign(request, address, keys, _clock.UtcNow);
            var answer = await _connection.SendAsync(message, token).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
                return await read(answer).ConfigureAwait(false);
            using (answer)
                return (null, await S3Failure.OfAnswerAsync(answer, token).ConfigureAwait(false));
        }
        catch (Exception e) when (S3Failure.Of(e) is not null)
        {
            return (null, S3Failure.Of(e));
        }
    }

    private async Task<bool> MoveAsync(S3Address asked, S3Failure failure, ImmutableCredentials keys, CancellationToken token)
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
            using var message = _signer.Sign(S3Request.Head, asked, keys, _clock.UtcNow);
            using var answer = await _connection.SendAsync(message, token).ConfigureAwait(false);
            return S3Failure.RegionOf(answer);
        }
        catch (Exception e) when (S3Failure.Of(e) is not null)
        {
            return null;
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
            ? "Give the bucket's name, or an access point's ARN (arn:aws:s3:region:account:accesspoint/name) or alias."
            : "Check -BucketName, -Region and -EndpointUrl.",
        e));
}
