using System.Net;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Makes the HTTP client of the SDK's, which disposes it. Its connections stay open for a moment, and the next command goes on with
/// them: as many are opened as objects are asked for at once. A body that is let go of is not read to its end, and its connection is
/// closed. How many there are is for those who ask to bound.
/// </summary>
internal sealed class S3HttpClients(HttpRoute route) : HttpClientFactory
{
    private static volatile Kept? s_last;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new WholeAnswerHandler(new SingleSendHandler(Connections())), disposeHandler: false) { Timeout = AdapterLimits.AnswerPatience };

    private SocketsHttpHandler Connections()
    {
        if (s_last is { } last && last.Route.IsSame(route))
            return last.Connections;
        var made = route.Take(new SocketsHttpHandler
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
        });
        s_last = new Kept(route, made);
        return made;
    }

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

    private sealed record Kept(HttpRoute Route, SocketsHttpHandler Connections);
}
