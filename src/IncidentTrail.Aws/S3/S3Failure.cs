using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>What the SDK could not do: the error, and the Region it points to where the bucket is elsewhere.</summary>
internal sealed record S3Failure(ServiceError Error, string? BucketRegion, int Attempts)
{
    /// <summary>Reads an exception of the SDK; null where it is no failure of S3 or of the connection to it.</summary>
    public static S3Failure? Of(Exception failure, CancellationToken token) => failure switch
    {
        AmazonServiceException refusal => OfRefusal(refusal),
        OperationCanceledException or TimeoutException when !token.IsCancellationRequested => OfConnection(
            failure, $"no answer within {S3Connection.Patience.TotalSeconds:0} s"),
        HttpRequestException or IOException => OfConnection(failure, failure.GetBaseException().Message),
        XmlException => OfConnection(failure, $"the answer is no readable XML ({failure.Message})"),
        _ => null,
    };

    /// <summary>It says only that the bucket is elsewhere, and perhaps not where.</summary>
    public bool IsElsewhere => Error.Status is 301 or 307 || Error.Code is "AuthorizationHeaderMalformed" or "PermanentRedirect"
        or "IllegalLocationConstraintException" or "TemporaryRedirect";

    private static S3Failure OfConnection(Exception failure, string message) =>
        new(ServiceError.OfConnection(message), null, S3RetryPolicy.AttemptsOf(failure));

    private static S3Failure OfRefusal(AmazonServiceException refusal)
    {
        // Where the answer has no code or no message, the SDK puts the status and a sentence in their place.
        var unexplained = refusal.Message.StartsWith("Error making request with Error Code", StringComparison.Ordinal);
        var message = unexplained || refusal.Message.Length == 0 ? null : refusal.Message;
        var code = message is null && refusal.ErrorCode == refusal.StatusCode.ToString() ? null : refusal.ErrorCode;
        // S3's 503 says "slow down", also where a server before it leaves the words out.
        code ??= refusal.StatusCode == HttpStatusCode.ServiceUnavailable ? "SlowDown" : null;
        return new S3Failure(
            ServiceError.Of(code, message, (int)refusal.StatusCode, refusal.RequestId), RegionOf(refusal),
            S3RetryPolicy.AttemptsOf(refusal));
    }

    private static string? RegionOf(AmazonServiceException refusal) =>
        (int)refusal.StatusCode is 301 or 307 or 400 or 403
        && (refusal.InnerException as HttpErrorResponseException)?.Response.GetHeaderValue(RegionInBodyHandler.Header) is { Length: > 0 } region
            ? region : null;
}
