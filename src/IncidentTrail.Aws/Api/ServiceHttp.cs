using System.Net;

namespace IncidentTrail.Aws.Api;

/// <summary>The HTTP connections of one question; none is left behind when it is disposed.</summary>
internal sealed class ServiceHttp : IDisposable
{
    private static readonly string Agent =
        "IncidentTrail/" + (typeof(ServiceHttp).Assembly.GetName().Version?.ToString(3) ?? "0");

    private readonly HttpClient _http;
    private readonly TimeSpan _attemptTimeout;

    /// <summary>Goes a way; waits so long for an answer, and takes so many bytes of it.</summary>
    public ServiceHttp(HttpRoute? route = null, TimeSpan? attemptTimeout = null, int? largestAnswer = null)
    {
        _attemptTimeout = attemptTimeout ?? AdapterLimits.AnswerPatience;
        _http = new HttpClient(new SingleSendHandler((route ?? HttpRoute.Direct).Take(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = AdapterLimits.ConnectPatience,
            PooledConnectionLifetime = AdapterLimits.ConnectionLife,
        })))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = largestAnswer ?? AdapterLimits.LargestAnswer,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Agent);
    }

    /// <summary>Sends a request and reads the whole answer. An attempt that takes too long is a <see cref="TimeoutException"/>.</summary>
    public async Task<ServiceAnswer> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(token);
        timeout.CancelAfter(_attemptTimeout);
        try
        {
            using var response =
                await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, timeout.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false);
            return new ServiceAnswer((int)response.StatusCode, response.Headers, body);
        }
        catch (OperationCanceledException e) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"no answer within {_attemptTimeout.TotalSeconds:0} s"), e);
        }
    }

    public void Dispose() => _http.Dispose();
}
