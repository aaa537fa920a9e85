using System.Globalization;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace IncidentTrail.Aws.Faults;

/// <summary>Reads what the SDK, or the connection itself, throws as the error that a service answered, or that the connection gave.</summary>
internal static class SdkError
{
    /// <summary>The error; null where it is no failure of the service or of the connection to it.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="patience">How long an answer was waited for.</param>
    /// <param name="token">What the call was given up by, where somebody gave it up.</param>
    public static ServiceError? Of(Exception failure, TimeSpan patience, CancellationToken token) => failure switch
    {
        AmazonServiceException refusal => OfRefusal(refusal),
        // Whoever gave up by himself says why; HttpClient says only that it was cancelled.
        TimeoutException { InnerException: not OperationCanceledException } => ServiceError.OfConnection(failure.Message),
        TimeoutException => NoAnswer(patience),
        OperationCanceledException when !token.IsCancellationRequested => NoAnswer(patience),
        HttpRequestException or IOException => ServiceError.OfConnection(failure.GetBaseException().Message),
        XmlException => ServiceError.OfConnection($"the answer is no readable XML ({failure.Message})"),
        InvalidDataException or FormatException or OverflowException => ServiceError.OfConnection(failure.Message),
        _ => null,
    };

    /// <summary>The answer behind a refusal; null where there was none.</summary>
    public static IWebResponseData? AnswerOf(AmazonServiceException refusal) =>
        (refusal.InnerException as HttpErrorResponseException)?.Response;

    private static ServiceError NoAnswer(TimeSpan patience) =>
        ServiceError.OfConnection(FormattableString.Invariant($"no answer within {patience.TotalSeconds:0} s"));

    private static ServiceError OfRefusal(AmazonServiceException refusal)
    {
        var status = (int)refusal.StatusCode;
        // What never was an answer, or cannot be read as one, the SDK throws as a service's too.
        if (status == 0)
            return ServiceError.OfConnection(refusal.GetBaseException().Message);
        // An answer that says that all is well and was cut on the way, or is a page of a network that wants a sign-in.
        if (status is >= 200 and < 300 && refusal is AmazonUnmarshallingException)
            return ServiceError.OfConnection($"the answer cannot be read ({refusal.GetBaseException().Message})");
        var code = refusal.ErrorCode;
        // Behind the message of an answer that is cut, the SDK puts the answer.
        string? message = refusal.Message.Split(" Response Body: ")[0];
        // Where the answer has no code or no message, the SDK puts the status and a sentence in their place.
        if (message.Length == 0 || message.StartsWith("Error making request with Error Code", StringComparison.Ordinal)
            || message.StartsWith("The service returned an error. See inner exception", StringComparison.Ordinal)
            || message.StartsWith("The service returned an error with Error Code", StringComparison.Ordinal))
        {
            message = null;
            code = code == refusal.StatusCode.ToString() ? null : code;
        }

        return ServiceError.Of(ServiceErrorTable.Code(code), message, status, refusal.RequestId) with
        {
            ServerTime = Time(refusal, "Date"),
            RetryAfter = RetryAfterHeader.Of(name => AnswerOf(refusal)?.GetHeaderValue(name)),
        };
    }

    private static DateTimeOffset? Time(AmazonServiceException refusal, string header) =>
        DateTimeOffset.TryParseExact(
            AnswerOf(refusal)?.GetHeaderValue(header), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time : null;
}
