namespace IncidentTrail.Aws.S3;

/// <summary>Has lists and errors come whole, within the client's patience and not without limit.</summary>
internal sealed class WholeAnswerHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (!answer.IsSuccessStatusCode)
                await ErrorAsync(answer, cancellationToken).ConfigureAwait(false);
            else if (request.RequestUri!.Query.Length > 0)
                await answer.Content.LoadIntoBufferAsync(AdapterLimits.LargestAnswer).WaitAsync(cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static async Task ErrorAsync(HttpResponseMessage answer, CancellationToken token)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(AdapterLimits.LargestError).WaitAsync(token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The status alone says enough.
            answer.Content = new ByteArrayContent([]);
        }
    }
}
