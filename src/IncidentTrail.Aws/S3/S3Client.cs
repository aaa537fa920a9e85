using Amazon.Runtime;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>Calls one bucket: signs each attempt anew, finds the bucket's Region by its answers, and repeats what repeating helps.</summary>
internal sealed class S3Client : IDisposable
{
    private const int LargestError = 64 * 1024;
    private const int MostMoves = 3;

    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(60);

    private readonly SharedCredentials _credentials;
    private readonly S3Connection _connection;
    private readonly Uri? _endpoint;
    private readonly bool _requesterPays;
    private readonly RetrySchedule _schedule;
    private readonly S3Signer _signer = new();
    private readonly ServerClock _clock = new(TimeProvider.System);
    private readonly SemaphoreSlim _first = new(1, 1);
    private volatile bool _placed;
    private volatile S3Address _address;

    public S3Client(
        string bucket, string region, AWSCredentials credentials, Uri? endpoint, bool requesterPays, int connections,
        RetrySchedule? schedule = null)
    {
        Bucket = bucket;
        _endpoint = endpoint;
        _requesterPays = requesterPays;
        _schedule = schedule ?? new RetrySchedule { FirstBound = TimeSpan.FromMilliseconds(200) };
        _address = S3Address.Of(bucket, region, endpoint);
        _credentials = new SharedCredentials(credentials);
        _connection = new S3Connection(connections);
    }

    /// <summary>The bucket, or the ARN of an access point.</summary>
    public string Bucket { get; }

    /// <summary>The Region it is called in, as far as is known by now.</summary>
    public string Region => _address.Region;

    /// <summary>
    /// Sends a request and reads its answer, again where that may help, also when the reading fails. The first request goes
    /// alone, so that the Region is looked for once. Throws <see cref="ServiceException"/> where it fails for good.
    /// </summary>
    public async Task<T> GetAsync<T>(S3Get get, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken token)
    {
        if (_placed)
            return await AttemptsAsync(get, read, token).ConfigureAwait(false);
        await _first.WaitAsync(token).ConfigureAwait(false);
        var alone = !_placed;
        if (!alone)
            _first.Release();
        try
        {
            return await AttemptsAsync(get, read, token).ConfigureAwait(false);
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

    public void Dispose()
    {
        _connection.Dispose();
        _credentials.Dispose();
    }

    private async Task<T> AttemptsAsync<T>(
        S3Get get, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken token)
    {
        var attempts = new ServiceAttempts(_schedule, _credentials, _clock, TimeProvider.System);
        var moves = 0;
        while (true)
        {
            attempts.Begin();
            var keys = await _credentials.CurrentAsync(token).ConfigureAwait(false);
            var address = _address;
            S3Answer answer;
            Exception? cause = null;
            try
            {
                using var request = Sign(get.ToRequest(address), address, keys);
                var response = await SendAsync(request, token).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                    return await read(response, token).ConfigureAwait(false);
                answer = await AnswerAsync(response, token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                answer = new S3Answer(ServiceError.OfConnection(e.GetBaseException().Message), null);
                cause = e;
            }

            if (moves++ < MostMoves && await MoveAsync(answer, address, keys, token).ConfigureAwait(false))
                continue;
            if (!await attempts.AgainAsync(get.Operation, answer.Error, keys, token).ConfigureAwait(false))
                throw new ServiceException("s3", get.Operation, address.Region, answer.Error, attempts.Count, cause);
        }
    }

    // The bucket is in another Region: the answer says in which, else the bucket's own headers do.
    private async Task<bool> MoveAsync(S3Answer answer, S3Address asked, ImmutableCredentials keys, CancellationToken token)
    {
        var region = answer.BucketRegion;
        if (region is null && answer.IsElsewhere)
        {
            using var request = Sign(new HttpRequestMessage(HttpMethod.Head, asked.OfBucket("")), asked, keys);
            using var response = await SendAsync(request, token).ConfigureAwait(false);
            region = S3Answer.Of((int)response.StatusCode, response.Headers, []).BucketRegion;
        }

        if (region is null || region == asked.Region)
            return false;
        _address = S3Address.Of(Bucket, region, _endpoint);
        return true;
    }

    private HttpRequestMessage Sign(HttpRequestMessage request, S3Address address, ImmutableCredentials keys)
    {
        if (_requesterPays)
            request.Headers.TryAddWithoutValidation("x-amz-request-payer", "requester");
        _signer.Sign(request, address.Region, keys, _clock.UtcNow);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(AnswerTimeout);
        try
        {
            return await _connection.SendAsync(request, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {AnswerTimeout.TotalSeconds:0} s", e);
        }
    }

    private static async Task<S3Answer> AnswerAsync(HttpResponseMessage response, CancellationToken token)
    {
        using var _ = response;
        var stream = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        var body = new byte[LargestError];
        var length = await BodyBytes.FillAsync(stream, body, token).ConfigureAwait(false);
        return S3Answer.Of((int)response.StatusCode, response.Headers, body[..length]);
    }
}
