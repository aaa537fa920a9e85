using System.Net;
using System.Text.RegularExpressions;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Puts the Region that an error's body names into the header that AWS sends: the SDK reads the body's, but keeps it to itself.
/// </summary>
internal sealed partial class RegionInBodyHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public const string Header = "x-amz-bucket-region";

    private const int LargestError = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect)
            || response.Headers.Contains(Header))
            return response;
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestError).WaitAsync(cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            if (Region().Match(body) is { Success: true } named)
                response.Headers.TryAddWithoutValidation(Header, named.Groups["region"].Value);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    [GeneratedRegex("<Region>(?<region>[a-z0-9-]{1,63})</Region>", RegexOptions.CultureInvariant)]
    private static partial Regex Region();
}
