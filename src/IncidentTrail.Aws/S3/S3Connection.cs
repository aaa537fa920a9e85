using System.Net;
using Amazon.Runtime;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Makes the HTTP client of the SDK's, which disposes it. A body that is let go of is not read to its end, and no connection
/// is left open. How many there are is for those who ask to bound.
/// </summary>
internal sealed class S3Connection : HttpClientFactory
{
    /// <summary>How long an answer may take to begin, and each piece of a body to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new WholeAnswerHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Logs are kept compressed, and some are marked so: they are wanted as stored.
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        MaxResponseDrainSize = 0,
    }))
    {
        Timeout = Patience,
    };

    /// <summary>Reads a piece of a body: patience is for each piece, and not for the whole.</summary>
    public static async ValueTask<int> PieceAsync(Stream body, Memory<byte> buffer, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            return await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {Patience.TotalSeconds:0} s");
        }
    }
}
