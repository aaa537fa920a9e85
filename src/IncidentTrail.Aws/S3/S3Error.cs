using System.Net;
using Amazon.Runtime;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.S3;

/// <summary>Why an attempt failed, and the Region it points to where the bucket is elsewhere.</summary>
internal sealed record S3Error(ServiceError Error, string? BucketRegion = null)
{
    /// <summary>It says only that the bucket is elsewhere, and perhaps not where.</summary>
    public bool IsElsewhere => Error.Status is 301 or 307 or 308 || Error.Code is "AuthorizationHeaderMalformed" or "PermanentRedirect"
        or "IllegalLocationConstraintException" or "TemporaryRedirect";

    /// <summary>Reads an exception of the SDK; null where it is no failure of S3 or of the connection to it.</summary>
    public static S3Error? Of(Exception failure, CancellationToken token)
    {
        if (SdkError.Of(failure, AdapterLimits.AnswerPatience, token) is not { } error)
            return null;
        // S3's 503 says "slow down", also where a server before it leaves the words out.
        if (error is { Code: null, Status: (int)HttpStatusCode.ServiceUnavailable })
            error = error with { Code = "SlowDown" };
        var tellsRegion = error.Status is 301 or 307 or 308 or 400 or 403;
        return new S3Error(error, tellsRegion && failure is AmazonServiceException refusal ? RegionOf(refusal) : null);
    }

    /// <summary>The Region that a refusal says the bucket is in.</summary>
    public static string? RegionOf(AmazonServiceException refusal) =>
        SdkError.AnswerOf(refusal)?.GetHeaderValue(WholeAnswerHandler.RegionHeader) is { Length: > 0 } region ? region : null;
}
