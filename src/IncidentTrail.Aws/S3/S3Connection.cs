using System.Net;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// The HTTP connections to a bucket. A body that is let go of is not read to its end, and none is left open when this is
/// disposed. How many there are is for those who ask to bound.
/// </summary>
internal sealed class S3Connection : IDisposable
{
    /// <summary>How long an answer may take to begin, and each piece of a body to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
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
    });

    /// <summary>Sends a request; the answer's body is still to come. One that does not begin is a <see cref="TimeoutException"/>.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            return await _http.SendAsync(request, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!token.IsCancellationRequested)
        {
            // A connection that does not come about says so itself, and sooner.
            throw new TimeoutException(e.InnerException is TimeoutException sooner ? sooner.Message : $"no answer within {Patience.TotalSeconds:0} s", e);
        }
    }

    /// <summary>Reads a piece of a body: patience is for each piece, and not for the whole.</summary>
    public static async ValueTask<int> PieceAsync(Stream body, Memory<byte> buffer, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            return await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {Patience.TotalSeconds:0} s", e);
        }
    }

    /// <summary>Reads a body whole. One longer than the limit is an <see cref="IOException"/>.</summary>
    public static async Task<MemoryStream> WholeAsync(HttpResponseMessage answer, int limit, CancellationToken token)
    {
        var body = await answer.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        var whole = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await PieceAsync(body, piece, token).ConfigureAwait(false) is > 0 and var read)
        {
            if (whole.Length + read > limit)
                throw new IOException($"the answer is longer than {limit >> 20} MB");
            whole.Write(piece, 0, read);
        }

        whole.Position = 0;
        return whole;
    }

    public void Dispose() => _http.Dispose();
}
