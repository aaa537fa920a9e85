using System.Net;

namespace IncidentTrail.Aws.S3;

/// <summary>The HTTP connections to one bucket. A body that is let go of is not read to its end, and none is left open for long.</summary>
internal sealed class S3Connection(int connections) : IDisposable
{
    private static readonly string Agent =
        "IncidentTrail/" + (typeof(S3Connection).Assembly.GetName().Version?.ToString(3) ?? "0");

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Logs are kept compressed, and some are marked so: they are wanted as stored.
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = connections,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        MaxResponseDrainSize = 0,
    });

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        return _http.SendAsync(request, token);
    }

    public void Dispose() => _http.Dispose();
}
