using System.Net;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Sends a bucket's requests, each signed and each once: asking again is <see cref="ServiceAttempts"/>'s. AWSSDK's client, with
/// all left out that lists and gets do not need, took 0.3 s more of the 1.5 in which a new process reads 2,000 small logs: most
/// of it was compiling. AWS's hosts are still the SDK's to know: see <see cref="S3Address"/>.
/// </summary>
internal sealed class BucketHttp(HttpRoute route, ServerClock clock) : IDisposable
{
    // A path is sent as it was signed: dots in a key are no way up.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    // A body that is let go of is not read to its end, and no connection is left open. How many there are is for those who ask
    // to bound.
    private readonly HttpClient _http = new(new WholeAnswerHandler(new SingleSendHandler(route.Take(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Logs are kept compressed, and some are marked so: they are wanted as stored.
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = AdapterLimits.ConnectPatience,
        PooledConnectionLifetime = AdapterLimits.ConnectionLife,
        PooledConnectionIdleTimeout = AdapterLimits.ConnectionRest,
        MaxResponseDrainSize = 0,
    }))))
    {
        Timeout = AdapterLimits.AnswerPatience,
    };

    private readonly BucketSignature _signature = new();

    /// <summary>Asks; the answer is a success. Throws <see cref="S3Refusal"/> for another answer.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="address">Where.</param>
    /// <param name="keys">What is signed with.</param>
    /// <param name="token">Gives up.</param>
    public async Task<HttpResponseMessage> SendAsync(BucketCall call, S3Address address, ImmutableCredentials keys, CancellationToken token)
    {
        using var request = Request(call, address, keys);
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw S3Refusal.Of(answer);
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(BucketCall call, S3Address address, ImmutableCredentials keys)
    {
        var path = BucketSignature.Escaped(address.Path + "/" + call.Key);
        var request = new HttpRequestMessage(
            call.Method, new Uri(address.Origin + path + (call.Query.Length > 0 ? "?" + call.Query : ""), in AsWritten));
        _signature.Sign(request, call, path, address, keys, clock.UtcNow);
        request.Headers.TryAddWithoutValidation("User-Agent", ServiceHttp.Agent);
        if (call.Tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", call.Tag);
        if (call.From > 0)
            request.Headers.TryAddWithoutValidation("Range", FormattableString.Invariant($"bytes={call.From}-"));
        return request;
    }
}
