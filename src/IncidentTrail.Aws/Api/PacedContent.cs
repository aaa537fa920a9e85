using System.Net;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// A body that tells when it is written. The connection stands by then, so this is the moment the service sees the
/// request, however long connecting took.
/// </summary>
internal sealed class PacedContent(byte[] body, PaceTurn? turn) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        turn?.Sent();
        return stream.WriteAsync(body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
