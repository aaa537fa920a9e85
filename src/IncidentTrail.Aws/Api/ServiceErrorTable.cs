namespace IncidentTrail.Aws.Api;

/// <summary>
/// The one table from AWS's error codes to kinds of fault, for every service that is called: CloudTrail, S3, STS, SQS,
/// Athena. A code it does not know is judged by the HTTP status.
/// </summary>
internal static class ServiceErrorTable
{
    /// <summary>The kind of fault of an error.</summary>
    public static TrailFaultKind KindOf(string? code, int status) => Code(code) switch
    {
        "ThrottlingException" or "Throttling" or "ThrottledException" or "RequestThrottled" or "RequestThrottledException"
            or "RequestLimitExceeded" or "LimitExceededException" or "TooManyRequestsException" or "SlowDown"
            or "BandwidthLimitExceeded" or "ProvisionedThroughputExceededException" or "PriorRequestNotComplete"
            or "TransactionInProgressException" => TrailFaultKind.Throttled,
        "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidAccessKeyId" or "InvalidToken"
            or "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" or "InvalidSignatureException"
            or "SignatureDoesNotMatch" or "IncompleteSignature" or "IncompleteSignatureException" or "AuthFailure"
            or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "AuthorizationHeaderMalformed"
            or "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" or "NotSignedUp"
            or "UnauthorizedException" => TrailFaultKind.Credentials,
        "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" or "OperationNotPermittedException"
            or "AllAccessDisabled" or "AccountProblem" or "OptInRequired" or "SubscriptionRequiredException"
            or "KMSAccessDeniedException" or "KMS.AccessDeniedException" => TrailFaultKind.AccessDenied,
        "NoSuchBucket" or "NoSuchKey" or "NoSuchVersion" or "NotFound" or "TrailNotFoundException"
            or "ResourceNotFoundException" or "AWS.SimpleQueueService.NonExistentQueue" or "QueueDoesNotExist"
            => TrailFaultKind.SourceNotFound,
        "InvalidObjectState" or "KMS.DisabledException" or "KMS.KMSInvalidStateException" or "KMS.NotFoundException"
            or "KMS.InvalidStateException" or "InvalidNextTokenException" or "InvalidTokenException"
            or "UnknownOperationException" or "UnsupportedOperationException" => TrailFaultKind.ReadFailed,
        "ValidationException" or "ValidationError" or "InvalidLookupAttributesException" or "InvalidTimeRangeException"
            or "InvalidMaxResultsException" or "InvalidEventCategoryException" or "InvalidTrailNameException"
            or "CloudTrailARNInvalidException" or "InvalidRequestException" or "InvalidBucketName"
            or "SerializationException" => TrailFaultKind.Argument,
        _ => status switch
        {
            401 => TrailFaultKind.Credentials,
            403 => TrailFaultKind.AccessDenied,
            404 => TrailFaultKind.SourceNotFound,
            429 => TrailFaultKind.Throttled,
            0 or 408 or >= 500 => TrailFaultKind.Connection,
            _ => TrailFaultKind.ReadFailed,
        },
    };

    /// <summary>What can be done about an error. Throttling comes as HTTP 400 as often as 429 or 503.</summary>
    public static ServiceRetry RetryOf(string? code, int status)
    {
        switch (Code(code))
        {
            case "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired":
                return ServiceRetry.Expired;
            case "InvalidSignatureException" or "SignatureDoesNotMatch" or "RequestTimeTooSkewed" or "RequestExpired"
                or "RequestInTheFuture" or "AuthFailure":
                return ServiceRetry.Clock;
            case "InternalFailure" or "InternalError" or "InternalServerError" or "InternalServerException"
                or "ServiceUnavailable" or "ServiceUnavailableException" or "RequestTimeout" or "RequestTimeoutException":
                return ServiceRetry.Transient;
        }

        return KindOf(code, status) switch
        {
            TrailFaultKind.Throttled => ServiceRetry.Throttled,
            TrailFaultKind.Connection => ServiceRetry.Transient,
            _ => ServiceRetry.None,
        };
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
