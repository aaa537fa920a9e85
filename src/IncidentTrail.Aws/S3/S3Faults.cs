using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>What a refusal of S3 means for the one who asked. What to do about it is in <see cref="RemedyTable"/>.</summary>
internal static class S3Faults
{
    private const string ArchivedCode = "InvalidObjectState";
    private const string ToRestore = "must be restored before it can be read";
    private const string ManyArchived = "are archived, and must be restored before they can be read";

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
                TrailFaultKind.ReadFailed, "KMS.DisabledException", "cannot be decrypted, because their KMS key is disabled, pending deletion or gone");
        }

        return failure.Kind switch
        {
            _ when code == ArchivedCode => Fault(
                failure, target, $"{place} is archived, and {ToRestore}", TrailFaultKind.ReadFailed, ofMany: ManyArchived),
            _ when failure.Error.Status == 412 => Fault(
                failure, target, $"{place} was replaced while it was read", TrailFaultKind.ReadFailed, RemedyTable.Replaced,
                "were replaced while they were read"),
            TrailFaultKind.SourceNotFound when code == "NoSuchBucket" => Fault(
                failure, target, $"{place} is not there: its bucket does not exist"),
            TrailFaultKind.SourceNotFound when listed => Fault(
                failure, target, $"{place} was listed and is gone", code: RemedyTable.ListedKeyGone, ofMany: "were listed and are gone"),
            TrailFaultKind.SourceNotFound => Fault(failure, target, $"{place} does not exist", ofMany: "do not exist"),
            TrailFaultKind.AccessDenied when IsAboutKms(code, failure.Error.Message) => Fault(
                failure, target, $"{place} may not be decrypted", code: "KMS.AccessDeniedException", ofMany: "may not be decrypted"),
            TrailFaultKind.AccessDenied => Fault(
                failure, target,
                listed ? $"Reading {place} was denied"
                    : $"Reading {place} was denied (or the key does not exist: without s3:ListBucket S3 answers both alike)",
                ofMany: "may not be read: it was denied"),
            _ => Fault(failure, target, $"{place} could not be read", ofMany: $"could not be read ({(code.Length > 0 ? code : failure.Kind)})"),
        };
    }

    /// <summary>An object that the list says is archived: it is not asked for, since that would be refused.</summary>
    public static TrailFault OfArchived(string bucket, ListedKey key) => new(
        TrailFaultKind.ReadFailed, $"{bucket}/{key.Key}",
        $"s3://{bucket}/{key.Key} is archived ({key.StorageClass}), and {(key.IsRestored == false ? "is still being restored" : ToRestore)}.",
        RemedyTable.OfArchived)
    {
        OfMany = key.IsRestored == false ? "are archived, and are still being restored" : ManyArchived,
    };

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
        ServiceException failure, string target, string what, TrailFaultKind? kind = null, string? code = null, string? ofMany = null)
    {
        var tries = failure.Kind is TrailFaultKind.Throttled or TrailFaultKind.Connection && failure.Attempts > 1
            ? $" in {failure.Attempts} attempts" : "";
        var detail = failure.Code is null ? failure.Error.Message : $"{failure.Code}: {failure.Error.Message}";
        var request = failure.Error.RequestId is { } id ? $" (request {id})" : "";
        var known = code ?? (failure.Error.Status is 301 or 307 or 308 ? RemedyTable.Elsewhere : null);
        return new TrailFault(
            kind ?? failure.Kind, target, $"{what}{tries}: {detail.TrimEnd('.')}{request}.", RemedyTable.For(failure, known), failure)
        {
            OfMany = ofMany,
            IsGone = failure.Code == "NoSuchKey",
        };
    }
}
