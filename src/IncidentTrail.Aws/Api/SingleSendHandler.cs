namespace IncidentTrail.Aws.Api;

/// <summary>
/// Sends a request once: one without a body .NET would send up to four times to a server that hangs up without an answer.
/// Whether it is sent again is for <see cref="ServiceAttempts"/> to say.
/// </summary>
internal sealed class SingleSendHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Content ??= new ByteArrayContent([]);
        return base.SendAsync(request, cancellationToken);
    }
}
