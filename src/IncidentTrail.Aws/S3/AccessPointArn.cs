using Amazon;

namespace IncidentTrail.Aws.S3;

/// <summary>An access point, given by its ARN in place of a bucket's name. (Its alias is used as a bucket's name.)</summary>
/// <param name="Region">The Region in the ARN.</param>
/// <param name="AccountId">The account in the ARN.</param>
/// <param name="Name">The access point's name.</param>
internal sealed record AccessPointArn(string Region, string AccountId, string Name)
{
    /// <summary>The access point, or null where the text is no ARN. Throws where it is the ARN of something else.</summary>
    public static AccessPointArn? TryParse(string text)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
            return null;
        if (text.Split(':', 6) is ["arn", _, "s3", { Length: > 0 } region, { Length: > 0 } account, var resource]
            && resource.Split('/', ':') is ["accesspoint", { Length: > 0 } name])
            return new AccessPointArn(region, account, name);
        throw new TrailSourceException(new TrailFault(
            TrailFaultKind.Argument, text, $"'{text}' is not the ARN of an access point in one Region.",
            "Give the bucket's name, or an access point's ARN (arn:aws:s3:region:account:accesspoint/name) or alias."));
    }

    /// <summary>What its keys are appended to.</summary>
    public string Root(Uri? endpoint) => endpoint is null
        ? $"https://{Name}-{AccountId}.{S3Address.Service("s3-accesspoint")}.{Region}.{RegionEndpoint.GetBySystemName(Region).PartitionDnsSuffix}/"
        : $"{endpoint.Scheme}://{Name}-{AccountId}.{endpoint.Authority}{endpoint.AbsolutePath.TrimEnd('/')}/";
}
