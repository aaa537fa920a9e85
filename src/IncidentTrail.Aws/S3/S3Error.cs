using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.S3;

/// <summary>Why an attempt failed, and the Region it points to where the bucket is elsewhere.</summary>
internal sealed record S3Error(ServiceError Error, string? BucketRegion = null)
{
    /// <summary>It says only that the bucket is elsewhere, and perhaps not where.</summary>
    public bool IsElsewhere => Error.Status is 301 or 307 or 308 || Error.Code is "AuthorizationHeaderMalformed" or "PermanentRedirect"
        or "IllegalLocationConstraintException" or "TemporaryRedirect";

    /// <summary>Reads what was thrown; null where it is no failure of S3 or of the connection to it.</summary>
    public static S3Error? Of(Exception failure, CancellationToken token) =>
        failure is S3Refusal refusal ? refusal.Error
        : SdkError.Of(failure, AdapterLimits.AnswerPatience, token) is { } error ? new S3Error(error)
        : null;
}
