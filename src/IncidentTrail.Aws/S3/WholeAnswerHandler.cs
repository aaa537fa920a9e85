using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Reads lists and errors whole before the SDK reads them, which it does without limit, without patience and on a thread that
/// waits. The Region that an error's body names is put into the header that AWS sends: the SDK keeps it to itself. Of an object
/// it takes away the headers that nobody reads and the SDK fails for where they are not of their form.
/// </summary>
internal sealed partial class WholeAnswerHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public const string RegionHeader = "x-amz-bucket-region";

    private static readonly string[] Unread =
    [
        "x-amz-expiration", "x-amz-missing-meta", "x-amz-mp-parts-count", "x-amz-object-lock-retain-until-date",
        "x-amz-server-side-encryption-bucket-key-enabled", "x-amz-tagging-count",
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (!answer.IsSuccessStatusCode)
                await ErrorAsync(answer, cancellationToken).ConfigureAwait(false);
            else if (request.RequestUri!.Query.Length > 0)
                await answer.Content.LoadIntoBufferAsync(AdapterLimits.LargestAnswer).WaitAsync(cancellationToken).ConfigureAwait(false);
            else
                TakeUnread(answer);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static void TakeUnread(HttpResponseMessage answer)
    {
        foreach (var name in Unread)
            answer.Headers.Remove(name);
        var headers = answer.Content.Headers;
        if (headers.LastModified is null && headers.TryGetValues("Last-Modified", out var told)
            && !DateTime.TryParse(told.First(), CultureInfo.InvariantCulture, out _))
        {
            headers.Remove("Last-Modified");
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

        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or >= HttpStatusCode.Moved and < HttpStatusCode.BadRequest
            && !answer.Headers.Contains(RegionHeader)
            && Region().Match(await answer.Content.ReadAsStringAsync(token).ConfigureAwait(false)) is { Success: true } named)
        {
            answer.Headers.TryAddWithoutValidation(RegionHeader, named.Groups["region"].Value);
        }
    }

    [GeneratedRegex("<Region>(?<region>[a-z0-9-]{1,63})</Region>", RegexOptions.CultureInvariant)]
    private static partial Regex Region();
}
