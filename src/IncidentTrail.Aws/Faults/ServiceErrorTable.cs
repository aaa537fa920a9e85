using System.Collections.Frozen;

namespace IncidentTrail.Aws.Faults;

/// <summary>
/// The one table from AWS's error codes to kinds of fault and what can be done about them, for every service that is called:
/// CloudTrail, S3, STS, SSO, SQS, Athena. A code it does not know is judged by the HTTP status.
/// </summary>
internal static class ServiceErrorTable
{
    private static readonly FrozenDictionary<string, (TrailFaultKind Kind, ServiceRetry Retry)> Codes =
        new (TrailFaultKind Kind, ServiceRetry Retry, string[] Codes)[]
        {
            // Throttling comes as HTTP 400 as often as 429 or 503.
            (TrailFaultKind.Throttled, ServiceRetry.Throttled,
                ["Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
                "RequestLimitExceeded", "LimitExceededException", "TooManyRequestsException", "SlowDown", "SlowDownException",
                "BandwidthLimitExceeded", "ProvisionedThroughputExceededException", "PriorRequestNotComplete",
                "TransactionInProgressException", "EC2ThrottledException", "OverLimit", "KmsThrottled", "KMS.ThrottlingException",
                "KMSThrottlingException"]),
            (TrailFaultKind.Connection, ServiceRetry.Transient,
                ["InternalFailure", "InternalError", "InternalServerError", "InternalServerException", "InternalServiceException",
                "ServiceUnavailable", "ServiceUnavailableException", "OperationTimeoutException", "RequestTimeout", "RequestTimeoutException", "IDPCommunicationError",
                "IDPCommunicationErrorException"]),
            (TrailFaultKind.Credentials, ServiceRetry.Expired, ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"]),
            (TrailFaultKind.Credentials, ServiceRetry.Clock,
                ["InvalidSignatureException", "SignatureDoesNotMatch", "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture",
                "AuthFailure"]),
            (TrailFaultKind.Credentials, ServiceRetry.None,
                ["UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "InvalidToken", "IncompleteSignature",
                "IncompleteSignatureException", "MissingAuthenticationToken", "MissingAuthenticationTokenException",
                "AuthorizationHeaderMalformed", "NotSignedUp", "UnauthorizedException"]),
            (TrailFaultKind.AccessDenied, ServiceRetry.None,
                ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "OperationNotPermittedException",
                "AllAccessDisabled", "AccountProblem", "OptInRequired", "SubscriptionRequiredException", "KMSAccessDeniedException",
                "KMS.AccessDeniedException"]),
            (TrailFaultKind.SourceNotFound, ServiceRetry.None,
                ["NoSuchBucket", "NoSuchKey", "NoSuchVersion", "NotFound", "TrailNotFoundException", "ResourceNotFoundException",
                "AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist", "QueueDoesNotExistException", "EntityNotFoundException"]),
            (TrailFaultKind.ReadFailed, ServiceRetry.None,
                ["InvalidObjectState", "KMS.DisabledException", "KMS.KMSInvalidStateException", "KMS.NotFoundException",
                "KMS.InvalidStateException", "InvalidNextTokenException", "InvalidTokenException", "UnknownOperationException",
                "UnsupportedOperationException"]),
            (TrailFaultKind.Argument, ServiceRetry.None,
                ["ValidationException", "ValidationError", "InvalidLookupAttributesException", "InvalidTimeRangeException",
                "InvalidMaxResultsException", "InvalidEventCategoryException", "InvalidTrailNameException",
                "CloudTrailARNInvalidException", "InvalidAddress", "InvalidRequestException", "InvalidBucketName", "SerializationException"]),
        }
        .SelectMany(row => row.Codes.Select(code => KeyValuePair.Create(code, (row.Kind, row.Retry))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind of fault of an error.</summary>
    public static TrailFaultKind KindOf(string? code, int status) => Of(code, status).Kind;

    /// <summary>What can be done about an error.</summary>
    public static ServiceRetry RetryOf(string? code, int status) => Of(code, status).Retry;

    private static (TrailFaultKind Kind, ServiceRetry Retry) Of(string? code, int status) =>
        Code(code) is { } bare && Codes.TryGetValue(bare, out var known) ? known : status switch
        {
            401 => (TrailFaultKind.Credentials, ServiceRetry.None),
            403 => (TrailFaultKind.AccessDenied, ServiceRetry.None),
            404 => (TrailFaultKind.SourceNotFound, ServiceRetry.None),
            429 => (TrailFaultKind.Throttled, ServiceRetry.Throttled),
            0 or 408 or >= 500 => (TrailFaultKind.Connection, ServiceRetry.Transient),
            _ => (TrailFaultKind.ReadFailed, ServiceRetry.None),
        };

    /// <summary>
    /// The code of what Athena's catalogue answered, which Athena hands on as <c>MetadataException</c> with the catalogue's own
    /// code in its text; else the code as it is.
    /// </summary>
    public static string? Wrapped(string? code, string? message)
    {
        const string Mark = "Error Code: ";
        if (code != "MetadataException" || message?.LastIndexOf(Mark, StringComparison.Ordinal) is not (>= 0 and var at))
            return code;
        var inner = new string([.. message[(at + Mark.Length)..].TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '.')]);
        return inner.Length > 0 ? inner : code;
    }

    /// <summary>The bare code of <c>com.amazonaws.cloudtrail.v20131101#Code</c>, <c>Code:http://…</c> or <c>Code</c>.</summary>
    public static string? Code(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var colon = text.IndexOf(':');
        if (colon >= 0)
            text = text[..colon];
        return text[(text.LastIndexOf('#') + 1)..].Trim();
    }
}
