using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>What a refusal of S3 means for the one who asked, and what to do about it.</summary>
internal static class S3Faults
{
    private const string BucketRights =
        "These credentials need s3:ListBucket on the bucket and s3:GetObject on its keys, and the bucket's policy must let their "
        + "account in; where only a role of the bucket's account may read it, name that role with -BucketRoleArn. A bucket whose "
        + "requester pays answers so, too: then add -RequestPayer requester.";

    private const string KmsRights =
        "The log is encrypted with a KMS key. The key's policy, and from another account these credentials' policy as well, "
        + "must allow kms:Decrypt on it.";

    /// <summary>The bucket, or a folder of it, could not be listed.</summary>
    public static TrailFault OfListing(string bucket, string prefix, ServiceException failure)
    {
        var place = $"s3://{bucket}/{prefix}";
        return failure.Kind switch
        {
            TrailFaultKind.SourceNotFound => Fault(
                failure, TrailFaultKind.SourceNotFound, bucket, $"The bucket '{bucket}' does not exist", "Check its name."),
            TrailFaultKind.AccessDenied => Fault(
                failure, TrailFaultKind.AccessDenied, $"{bucket}/{prefix}", $"Listing {place} was denied", BucketRights),
            _ => Fault(failure, failure.Kind, $"{bucket}/{prefix}", $"{place} could not be listed", Remedy(failure)),
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
                failure, TrailFaultKind.ReadFailed, target,
                $"{place} cannot be decrypted, because its KMS key is disabled, pending deletion or gone",
                "Enable the key again or cancel its deletion (aws kms enable-key, cancel-key-deletion); while it is unusable nobody can read the log.");
        }

        if (code == "InvalidObjectState")
        {
            return Fault(
                failure, TrailFaultKind.ReadFailed, target, $"{place} is archived, and must be restored before it can be read",
                "Restore it (Restore-S3Object, or aws s3api restore-object), wait until that is done, and read it again.");
        }

        return failure.Kind switch
        {
            TrailFaultKind.SourceNotFound when code == "NoSuchBucket" => Fault(
                failure, TrailFaultKind.SourceNotFound, target, $"{place} is not there: its bucket does not exist", "Check the bucket's name."),
            TrailFaultKind.SourceNotFound => Fault(
                failure, TrailFaultKind.SourceNotFound, target,
                listed ? $"{place} was listed and is gone" : $"{place} does not exist",
                listed ? "A lifecycle rule or somebody has deleted it meanwhile; a versioned bucket may still hold it." : "Check the key."),
            TrailFaultKind.AccessDenied when IsAboutKms(code, failure.Error.Message) => Fault(
                failure, TrailFaultKind.AccessDenied, target, $"{place} may not be decrypted", KmsRights),
            TrailFaultKind.AccessDenied => Fault(
                failure, TrailFaultKind.AccessDenied, target,
                listed ? $"Reading {place} was denied"
                    : $"Reading {place} was denied (or the key does not exist: without s3:ListBucket S3 answers both alike)",
                BucketRights),
            _ => Fault(failure, failure.Kind, target, $"{place} could not be read", Remedy(failure)),
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

    private static string Remedy(ServiceException failure) => failure.Kind switch
    {
        TrailFaultKind.Throttled => "Many requests for one prefix meet a limit of S3: try again later, or with a smaller -ThrottleLimit.",
        _ when failure.Error.Status is 301 or 307 or 308 => "The bucket is elsewhere, and the answers do not lead to it: check -EndpointUrl, "
            + "or name the bucket's Region with Set-DefaultAWSRegion, or in AWS_REGION.",
        TrailFaultKind.Connection => "Check the network, the proxy and -EndpointUrl; then run the command again.",
        _ => ServiceRemedy.For(failure),
    };

    private static TrailFault Fault(ServiceException failure, TrailFaultKind kind, string target, string what, string remedy)
    {
        var tries = failure.Kind is TrailFaultKind.Throttled or TrailFaultKind.Connection && failure.Attempts > 1
            ? $" in {failure.Attempts} attempts" : "";
        var detail = failure.Code is null ? failure.Error.Message : $"{failure.Code}: {failure.Error.Message}";
        var request = failure.Error.RequestId is { } id ? $" (request {id})" : "";
        return new TrailFault(kind, target, $"{what}{tries}: {detail.TrimEnd('.')}{request}.", remedy, failure);
    }
}
