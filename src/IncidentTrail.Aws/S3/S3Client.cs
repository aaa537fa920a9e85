using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Reads one bucket by AWSSDK's client. Of lists and gets the SDK follows a bucket to another Region at AWS's own hosts and on
/// some answers only, and for that one call; so where an answer says so, the client is exchanged for one of that Region.
/// </summary>
internal sealed class S3Client : IDisposable
{
    private const int MostMoves = 3;

    // The SDK sets no limit to the body of a list. Far more than all attempts at one page take.
    private static readonly TimeSpan ListPatience = TimeSpan.FromMinutes(5);

    private readonly SharedCredentials _credentials;
    private readonly Func<string, RegionalS3Client> _connect;
    private readonly bool _requesterPays;
    private readonly SemaphoreSlim _first = new(1, 1);
    private readonly List<RegionalS3Client> _clients = [];
    private volatile RegionalS3Client _client;
    private volatile bool _placed;

    public S3Client(
        string bucket, string region, AWSCredentials credentials, Uri? endpoint, bool requesterPays, int connections,
        RetrySchedule? schedule = null)
    {
        Bucket = bucket;
        Schedule = schedule ?? new RetrySchedule { FirstBound = TimeSpan.FromMilliseconds(200) };
        _requesterPays = requesterPays;
        _credentials = new SharedCredentials(credentials);
        // An access point is called at a host of its own, wherever the endpoint is.
        var pathStyle = endpoint is not null && !Arn.IsArn(bucket);
        _connect = name => new RegionalS3Client(name, endpoint, pathStyle, credentials, _credentials, connections, Schedule);
        _client = Connect(RegionOf(bucket) ?? region);
    }

    /// <summary>The bucket, or the ARN of an access point.</summary>
    public string Bucket { get; }

    /// <summary>The Region it is called in, as far as is known by now.</summary>
    public string Region => _client.Region;

    /// <summary>How failures are repeated that the SDK does not see: those in the middle of a body.</summary>
    public RetrySchedule Schedule { get; }

    /// <summary>Lists a page of the bucket. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    public async Task<ListObjectsV2Response> ListAsync(ListObjectsV2Request request, CancellationToken token)
    {
        request.BucketName = Bucket;
        request.RequestPayer = Payer;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(ListPatience);
        return await CallAsync(
            "ListObjectsV2", client => client.ListObjectsV2Async(request, patience.Token), token).ConfigureAwait(false);
    }

    /// <summary>Opens an object. Throws <see cref="ServiceException"/> where it fails for good.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">The first byte wanted.</param>
    /// <param name="tag">The entity tag the object must still have, exactly as it was told.</param>
    /// <param name="token">Gives up.</param>
    public Task<GetObjectResponse> GetAsync(string key, long from, string? tag, CancellationToken token)
    {
        var request = new GetObjectRequest { BucketName = Bucket, Key = key, EtagToMatch = tag, RequestPayer = Payer };
        if (from > 0)
            request.ByteRange = new ByteRange(FormattableString.Invariant($"bytes={from}-"));
        return CallAsync("GetObject", client => client.GetObjectAsync(request, token), token);
    }

    public void Dispose()
    {
        lock (_clients)
            _clients.ForEach(client => client.Dispose());
        _credentials.Dispose();
    }

    private RequestPayer? Payer => _requesterPays ? RequestPayer.Requester : null;

    // The first request goes alone, so that the Region is looked for once.
    private async Task<T> CallAsync<T>(string operation, Func<AmazonS3Client, Task<T>> call, CancellationToken token)
    {
        if (_placed)
            return await AttemptsAsync(operation, call, token).ConfigureAwait(false);
        await _first.WaitAsync(token).ConfigureAwait(false);
        var alone = !_placed;
        if (!alone)
            _first.Release();
        try
        {
            return await AttemptsAsync(operation, call, token).ConfigureAwait(false);
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

    private async Task<T> AttemptsAsync<T>(string operation, Func<AmazonS3Client, Task<T>> call, CancellationToken token)
    {
        for (var moves = 0; ; moves++)
        {
            // Asked for here, so that what is wrong with them is said as such, and nobody waits for them who has given up.
            await _credentials.CurrentAsync(token).ConfigureAwait(false);
            var client = _client;
            try
            {
                return await call(client).ConfigureAwait(false);
            }
            catch (AmazonClientException e)
            {
                throw NotCallable(e);
            }
            catch (Exception e) when (S3Failure.Of(e, token) is not null)
            {
                var failure = S3Failure.Of(e, token)!;
                if (moves >= MostMoves || !await MoveAsync(client, failure, token).ConfigureAwait(false))
                    throw new ServiceException("s3", operation, client.Region, failure.Error, failure.Attempts, e);
            }
        }
    }

    private async Task<bool> MoveAsync(RegionalS3Client asked, S3Failure failure, CancellationToken token)
    {
        var region = failure.BucketRegion;
        if (region is null && failure.IsElsewhere)
        {
            try
            {
                var head = await asked.HeadBucketAsync(new HeadBucketRequest { BucketName = Bucket }, token).ConfigureAwait(false);
                region = head.BucketRegion;
            }
            catch (AmazonServiceException e)
            {
                region = S3Failure.Of(e, token)?.BucketRegion;
            }
        }

        if (string.IsNullOrEmpty(region) || region == asked.Region)
            return false;
        lock (_clients)
        {
            if (_client == asked)
                _client = Connect(region);
        }

        return true;
    }

    private RegionalS3Client Connect(string region)
    {
        try
        {
            var client = _connect(region);
            _clients.Add(client);
            return client;
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
