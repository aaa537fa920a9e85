using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.S3;

/// <summary>What a refusal of S3 means for the one who asked. What to do about it is in <see cref="RemedyTable"/>.</summary>
internal static class S3Faults
{
    /// <summary>The bucket, or a folder of it, could not be listed.</summary>
    public static TrailFault OfListing(string bucket, string prefix, ServiceException failure)
    {
        var place = $"s3://{bucket}/{prefix}";
        return failure.Kind switch
        {
            TrailFaultKind.SourceNotFound => Fault(failure, bucket, $"The bucket '{bucket}' does not exist", code: "NoSuchBucket"),
            TrailFaultKind.AccessDenied => Fault(failure, $"{bucket}/{prefix}", $"Listing {place} was denied"),
            _ => Fault(failure, $"{bucket}/{prefix}", $"{place} could not be listed"),
        };
    }

    /// <summary>An object could not be read. A key that was listed is known to have been there.</summary>
    public static TrailFault OfObject(string bucket, string key, bool listed, ServiceException failure)
    {
        var place = $"s3://{bucket}/{key}";
        var target = $"{bucket}/{key}";
        var code = failure.Code ?? "";
        if (IsUnusableKmsKey(code, failure.Error.Message))
        {
            return Fault(
                failure, target, $"{place} cannot be decrypted, because its KMS key is disabled, pending deletion or gone",
                TrailFaultKind.ReadFailed, "KMS.DisabledException");
        }

        return failure.Kind switch
        {
            _ when code == "InvalidObjectState" => Fault(
                failure, target, $"{place} is archived, and must be restored before it can be read", TrailFaultKind.ReadFailed),
            TrailFaultKind.SourceNotFound when code == "NoSuchBucket" => Fault(
                failure, target, $"{place} is not there: its bucket does not exist"),
            TrailFaultKind.SourceNotFound when listed => Fault(
                failure, target, $"{place} was listed and is gone", code: RemedyTable.ListedKeyGone),
            TrailFaultKind.SourceNotFound => Fault(failure, target, $"{place} does not exist"),
            TrailFaultKind.AccessDenied when IsAboutKms(code, failure.Error.Message) => Fault(
                failure, target, $"{place} may not be decrypted", code: "KMS.AccessDeniedException"),
            TrailFaultKind.AccessDenied => Fault(
                failure, target,
                listed ? $"Reading {place} was denied"
                    : $"Reading {place} was denied (or the key does not exist: without s3:ListBucket S3 answers both alike)"),
            _ => Fault(failure, target, $"{place} could not be read"),
        };
    }

    private static bool IsUnusableKmsKey(string code, string message) =>
        code is "KMS.DisabledException" or "KMS.KMSInvalidStateException" or "KMS.InvalidStateException" or "KMS.NotFoundException"
        || (code.StartsWith("KMS.", StringComparison.Ordinal)
            && (message.Contains("pending deletion", StringComparison.OrdinalIgnoreCase)
                || message.Contains("is disabled", StringComparison.OrdinalIgnoreCase)));

    private static bool IsAboutKms(string code, string message) =>
        code.StartsWith("KMS", StringComparison.Ordinal)
        || message.Contains("kms:", StringComparison.OrdinalIgnoreCase)
        || message.Contains("customer master key", StringComparison.OrdinalIgnoreCase)
        || message.Contains("KMS key", StringComparison.OrdinalIgnoreCase);

    private static TrailFault Fault(
        ServiceException failure, string target, string what, TrailFaultKind? kind = null, string? code = null)
    {
        var tries = failure.Kind is TrailFaultKind.Throttled or TrailFaultKind.Connection && failure.Attempts > 1
            ? $" in {failure.Attempts} attempts" : "";
        var detail = failure.Code is null ? failure.Error.Message : $"{failure.Code}: {failure.Error.Message}";
        var request = failure.Error.RequestId is { } id ? $" (request {id})" : "";
        var known = code ?? (failure.Error.Status is 301 or 307 or 308 ? RemedyTable.Elsewhere : null);
        return new TrailFault(
            kind ?? failure.Kind, target, $"{what}{tries}: {detail.TrimEnd('.')}{request}.", RemedyTable.For(failure, known), failure);
    }
}
