using System.Globalization;
using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.S3;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>Why an attempt failed, and the Region it points to where the bucket is elsewhere.</summary>
internal sealed record S3Failure(ServiceError Error, Exception Cause, string? BucketRegion = null)
{
    private static readonly string NoAnswer = $"no answer within {S3Connection.Patience.TotalSeconds:0} s";

    /// <summary>It says only that the bucket is elsewhere, and perhaps not where.</summary>
    public bool IsElsewhere => Error.Status is 301 or 307 or 308 || Error.Code is "AuthorizationHeaderMalformed" or "PermanentRedirect"
        or "IllegalLocationConstraintException" or "TemporaryRedirect";

    /// <summary>Reads an exception of the SDK; null where it is no failure of S3 or of the connection to it.</summary>
    public static S3Failure? Of(Exception failure, CancellationToken token) => failure switch
    {
        AmazonServiceException refusal => OfRefusal(refusal),
        // Whoever gave up by himself says why; HttpClient says only that it was cancelled.
        TimeoutException { InnerException: not OperationCanceledException } => OfConnection(failure, failure.Message),
        TimeoutException => OfConnection(failure, NoAnswer),
        OperationCanceledException when !token.IsCancellationRequested => OfConnection(failure, NoAnswer),
        HttpRequestException or IOException => OfConnection(failure, failure.GetBaseException().Message),
        XmlException => OfConnection(failure, $"the answer is no readable XML ({failure.Message})"),
        InvalidDataException or FormatException => OfConnection(failure, failure.Message),
        _ => null,
    };

    /// <summary>The Region that a refusal says the bucket is in.</summary>
    public static string? RegionOf(AmazonServiceException refusal) =>
        AnswerOf(refusal)?.GetHeaderValue(WholeAnswerHandler.RegionHeader) is { Length: > 0 } region ? region : null;

    private static S3Failure OfConnection(Exception failure, string message) => new(ServiceError.OfConnection(message), failure);

    private static S3Failure OfRefusal(AmazonServiceException refusal)
    {
        var status = (int)refusal.StatusCode;
        // Where the answer has no code or no message, the SDK puts the status and a sentence in their place; behind the message
        // of an answer that is cut, it puts the answer.
        var message = refusal is AmazonS3Exception { ResponseBody.Length: > 0 } cut
            ? refusal.Message.Replace(" Response Body: " + cut.ResponseBody, "", StringComparison.Ordinal) : refusal.Message;
        if (message.Length == 0 || message.StartsWith("Error making request with Error Code", StringComparison.Ordinal))
            message = null;
        var code = message is null && refusal.ErrorCode == refusal.StatusCode.ToString() ? null : refusal.ErrorCode;
        // S3's 503 says "slow down", also where a server before it leaves the words out.
        code ??= refusal.StatusCode == HttpStatusCode.ServiceUnavailable ? "SlowDown" : null;
        var error = ServiceError.Of(code, message, status, refusal.RequestId) with
        {
            ServerTime = TimeOf(refusal, "Date"),
            RetryAfter = int.TryParse(AnswerOf(refusal)?.GetHeaderValue("Retry-After"), CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : TimeOf(refusal, "Retry-After") - DateTimeOffset.UtcNow,
        };
        return new S3Failure(error, refusal, status is 301 or 307 or 308 or 400 or 403 ? RegionOf(refusal) : null);
    }

    private static DateTimeOffset? TimeOf(AmazonServiceException refusal, string header) =>
        DateTimeOffset.TryParseExact(
            AnswerOf(refusal)?.GetHeaderValue(header), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time : null;

    private static IWebResponseData? AnswerOf(AmazonServiceException refusal) =>
        (refusal.InnerException as HttpErrorResponseException)?.Response;
}
