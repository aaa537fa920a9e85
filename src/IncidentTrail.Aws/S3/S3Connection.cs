using System.Net;
using Amazon.Runtime;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Makes the HTTP client of an S3 client. A body that is let go of is not read to its end, and no connection is left open
/// for long; the SDK disposes the client with its own.
/// </summary>
internal sealed class S3Connection(int connections) : HttpClientFactory
{
    /// <summary>How long an answer may take to begin, and each piece of a body to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new RegionInBodyHandler(new SocketsHttpHandler
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
    }))
    {
        Timeout = Patience,
    };
}
