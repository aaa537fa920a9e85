using System.Xml;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>Why an attempt failed, and the Region it points to where the bucket is elsewhere.</summary>
internal sealed record S3Failure(ServiceError Error, string? BucketRegion = null, Exception? Cause = null)
{
    private const int LargestError = 64 * 1024;

    /// <summary>It says only that the bucket is elsewhere, and perhaps not where.</summary>
    public bool IsElsewhere => Error.Status is 301 or 307 or 308 || Error.Code is "AuthorizationHeaderMalformed" or "PermanentRedirect"
        or "IllegalLocationConstraintException" or "TemporaryRedirect";

    /// <summary>Reads what was answered in place of what was asked for.</summary>
    public static async Task<S3Failure> OfAnswerAsync(HttpResponseMessage answer, CancellationToken token)
    {
        try
        {
            using var body = await S3Connection.WholeAsync(answer, LargestError, token).ConfigureAwait(false);
            return Of(answer, S3ErrorBody.Read(body));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            // The status alone says enough.
            return Of(answer, new S3ErrorBody());
        }
    }

    /// <summary>An error in the place of a list: the status was sent before it happened.</summary>
    public static S3Failure Of(HttpResponseMessage answer, S3ErrorBody body)
    {
        var status = (int)answer.StatusCode;
        // S3's 503 says "slow down", also where a server before it leaves the words out.
        var code = body.Code ?? (status == 503 ? "SlowDown" : null);
        var error = ServiceError.Of(code, body.Message, status, Header(answer, "x-amz-request-id") ?? body.RequestId) with
        {
            ServerTime = answer.Headers.Date,
            RetryAfter = answer.Headers.RetryAfter is { } wait ? wait.Delta ?? wait.Date - DateTimeOffset.UtcNow : null,
        };
        return new S3Failure(error, status is 301 or 307 or 308 or 400 or 403 ? RegionOf(answer) ?? body.Region : null);
    }

    /// <summary>Reads an exception; null where it is no failure of the connection.</summary>
    public static S3Failure? Of(Exception failure) => failure switch
    {
        TimeoutException => OfConnection(failure, failure.Message),
        HttpRequestException or IOException => OfConnection(failure, failure.GetBaseException().Message),
        XmlException => OfConnection(failure, $"the answer is no readable XML ({failure.Message})"),
        InvalidDataException => OfConnection(failure, failure.Message),
        _ => null,
    };

    /// <summary>The Region an answer's header says the bucket is in.</summary>
    public static string? RegionOf(HttpResponseMessage answer) => Header(answer, "x-amz-bucket-region");

    private static S3Failure OfConnection(Exception failure, string message) => new(ServiceError.OfConnection(message), null, failure);

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;
}
