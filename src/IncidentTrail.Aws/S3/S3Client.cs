using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Reads one bucket by AWSSDK's client: lists it, and opens its objects. Of these the SDK follows a bucket to another Region
/// only at AWS's own hosts and on some answers, and for that one call; here, where an answer says so, all goes on there.
/// </summary>
internal sealed class S3Client : IDisposable
{
    private readonly Uri? _endpoint;
    private readonly bool _requesterPays;
    private readonly SharedCredentials _credentials;
    private readonly BucketSigner _signer;
    private readonly SdkS3Client _sdk;
    private readonly RetrySchedule _schedule;
    private readonly ServerClock _clock;
    private readonly SemaphoreSlim _first = new(1, 1);
    private volatile bool _placed;

    public S3Client(
        string bucket, string region, AWSCredentials credentials, Uri? endpoint, bool requesterPays, RetrySchedule? schedule = null,
        HttpRoute? route = null, BucketMemory? memory = null)
    {
        Bucket = bucket;
        _schedule = schedule ?? new RetrySchedule { FirstBound = AdapterLimits.FirstBucketWait };
        _clock = new ServerClock(_schedule.Clock);
        _endpoint = endpoint;
        _requesterPays = requesterPays;
        _credentials = new SharedCredentials(credentials);
        Memory = memory ?? BucketMemory.Of(bucket, endpoint, RegionOf(bucket) ?? region);
        _placed = Memory.Region is not null;
        _signer = new BucketSigner(AddressIn(Memory.Region ?? RegionOf(bucket) ?? region), _clock);
        _sdk = new SdkS3Client(_signer, new S3HttpClients(route ?? HttpRoute.Direct));
    }

    /// <summary>The bucket, or the ARN of an access point.</summary>
    public string Bucket { get; }

    /// <summary>What is known of it from the clients before.</summary>
    public BucketMemory Memory { get; }

    /// <summary>The Region it is called in, as far as is known by now.</summary>
    public string Region => _signer.Address.Region;

    /// <summary>Begins to count the attempts of a call, or of all calls that read one object.</summary>
    public ServiceAttempts Begin() => new(_schedule, _credentials, _clock);

    /// <summary>Lists a page of the bucket. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    public Task<KeyPage> ListAsync(KeyPageRequest asked, CancellationToken token)
    {
        var request = new ListObjectsV2Request
        {
            BucketName = Bucket,
            Prefix = asked.Prefix,
            Delimiter = asked.Folders ? "/" : null,
            ContinuationToken = asked.Continuation,
            StartAfter = asked.Continuation is null ? asked.After : null,
            // Keys may hold characters that XML forbids.
            Encoding = EncodingType.Url,
            RequestPayer = Payer,
            // The storage class of a restored copy is still that of the archive.
            OptionalObjectAttributes = asked.Folders ? null : ["RestoreStatus"],
        };
        return CallAsync(
            "ListObjectsV2", async () => S3KeyPage.Of(await _sdk.ListObjectsV2Async(request, token).ConfigureAwait(false)), Begin(), token);
    }

    /// <summary>Opens an object. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">The first byte wanted.</param>
    /// <param name="tag">The entity tag the object must still have, exactly as it was told.</param>
    /// <param name="attempts">What was tried already to read it.</param>
    /// <param name="token">Gives up.</param>
    public Task<GetObjectResponse> GetAsync(string key, long from, string? tag, ServiceAttempts attempts, CancellationToken token)
    {
        var request = new GetObjectRequest { BucketName = Bucket, Key = key, EtagToMatch = tag, RequestPayer = Payer };
        if (from > 0)
            request.ByteRange = new ByteRange(FormattableString.Invariant($"bytes={from}-"));
        return CallAsync("GetObject", () => _sdk.GetObjectAsync(request, token), attempts, token);
    }

    public void Dispose()
    {
        _sdk.Dispose();
        _credentials.Dispose();
    }

    private RequestPayer? Payer => _requesterPays ? RequestPayer.Requester : null;

    private Task<T> CallAsync<T>(string operation, Func<Task<T>> call, ServiceAttempts attempts, CancellationToken token) =>
        _placed ? AttemptsAsync(operation, call, attempts, token) : FirstAsync(operation, call, attempts, token);

    // The first request goes alone, so that the Region is looked for once.
    private async Task<T> FirstAsync<T>(string operation, Func<Task<T>> call, ServiceAttempts attempts, CancellationToken token)
    {
        await _first.WaitAsync(token).ConfigureAwait(false);
        var alone = !_placed;
        if (!alone)
            _first.Release();
        try
        {
            var answer = await AttemptsAsync(operation, call, attempts, token).ConfigureAwait(false);
            Memory.Region = Region;
            return answer;
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

    private async Task<T> AttemptsAsync<T>(string operation, Func<Task<T>> call, ServiceAttempts attempts, CancellationToken token)
    {
        for (var moves = 0; ;)
        {
            attempts.Begin();
            var keys = await _credentials.CurrentAsync(token).ConfigureAwait(false);
            _signer.Keys = keys;
            var address = _signer.Address;
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception e) when (S3Error.Of(e, token) is { } failure)
            {
                if (moves < AdapterLimits.MostMoves && await MoveAsync(address, failure, token).ConfigureAwait(false))
                    moves++;
                else if (!await attempts.AgainAsync($"s3:{operation} in {address.Region}", failure.Error, keys, token).ConfigureAwait(false))
                    throw new ServiceException("s3", operation, address.Region, failure.Error, attempts.Count, e);
            }
        }
    }

    private async Task<bool> MoveAsync(S3Address asked, S3Error failure, CancellationToken token)
    {
        var region = failure.BucketRegion ?? (failure.IsElsewhere ? await FindRegionAsync(token).ConfigureAwait(false) : null);
        if (string.IsNullOrEmpty(region) || region == asked.Region)
            return false;
        if (_signer.Address == asked)
            _signer.Address = AddressIn(region);
        if (Memory.Region == asked.Region)
            Memory.Region = null;
        return true;
    }

    // Also where it is refused, the answer says where the bucket is.
    private async Task<string?> FindRegionAsync(CancellationToken token)
    {
        try
        {
            return (await _sdk.HeadBucketAsync(new HeadBucketRequest { BucketName = Bucket }, token).ConfigureAwait(false)).BucketRegion;
        }
        catch (AmazonServiceException e)
        {
            return S3Error.RegionOf(e);
        }
        catch (Exception e) when (S3Error.Of(e, token) is not null)
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
            ? RemedyTable.NoAccessPoint
            : RemedyTable.NotCallable,
        e));
}
