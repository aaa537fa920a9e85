using System.Net;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Makes the HTTP client of the SDK's, which disposes it. A body that is let go of is not read to its end, and no connection
/// is left open. How many there are is for those who ask to bound.
/// </summary>
internal sealed class S3HttpClients(HttpRoute route) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new WholeAnswerHandler(new SingleSendHandler(route.Take(new SocketsHttpHandler
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

    /// <summary>Reads a piece of a body: patience is for each piece, and not for the whole.</summary>
    public static async ValueTask<int> PieceAsync(Stream body, Memory<byte> buffer, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(AdapterLimits.AnswerPatience);
        try
        {
            return await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"nothing came for {AdapterLimits.AnswerPatience.TotalSeconds:0} s"));
        }
    }
}
