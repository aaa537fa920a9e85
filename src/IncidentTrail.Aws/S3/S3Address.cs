using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.S3;
using Amazon.S3.Endpoints;

namespace IncidentTrail.Aws.S3;

/// <summary>Where a bucket is called in a Region, and what its requests are signed for.</summary>
/// <param name="Origin">The scheme and the host.</param>
/// <param name="Path">What stands before a key, its escapes undone: empty where the host names the bucket.</param>
/// <param name="Region">The Region to sign for.</param>
/// <param name="Service">The service to sign for: an access point may lead to another than S3.</param>
internal sealed record S3Address(string Origin, string Path, string Region, string Service)
{
    /// <summary>The origin as an address.</summary>
    public Uri Root { get; } = new(Origin);

    /// <summary>The address of a bucket. Throws <see cref="AmazonClientException"/> where there can be none.</summary>
    public static S3Address Of(string bucket, string region, Uri? endpoint)
    {
        if (Arn.IsArn(bucket))
            // An access point is called at a host of its own, wherever the endpoint is.
            return ByRules(bucket, region, endpoint);
        // A path or an address in the place of a name would lead to another object, or host.
        if (!bucket.Any(char.IsAsciiLetterOrDigit) || !bucket.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
            throw new AmazonClientException("a bucket's name holds letters, digits, dots and hyphens; what keys begin with is -KeyPrefix.");
        return endpoint is null ? ByRules(bucket, region, null) : At(endpoint, $"{PathOf(endpoint)}/{bucket}", region, "s3");
    }

    // Each Region's hosts, and the many forms of access points, are the SDK's to know.
    private static S3Address ByRules(string bucket, string region, Uri? endpoint)
    {
        var config = new AmazonS3Config();
        var found = config.EndpointProvider.ResolveEndpoint(new S3EndpointParameters
        {
            Bucket = bucket,
            Region = region,
            Endpoint = endpoint?.AbsoluteUri,
            UseFIPS = config.UseFIPSEndpoint,
            UseDualStack = config.UseDualstackEndpoint,
            UseArnRegion = true,
            UseGlobalEndpoint = false,
        });
        var url = new Uri(found.URL);
        var scheme = (found.Attributes?["authSchemes"] as System.Collections.IEnumerable)?.OfType<IPropertyBag>().FirstOrDefault();
        return At(
            url, PathOf(url), scheme?["signingRegion"] as string ?? region, scheme?["signingName"] as string ?? "s3");
    }

    private static S3Address At(Uri url, string path, string region, string service)
    {
        var name = url.HostNameType == UriHostNameType.IPv6 ? $"[{url.IdnHost}]" : url.IdnHost;
        var host = url.IsDefaultPort ? name : FormattableString.Invariant($"{name}:{url.Port}");
        return new S3Address($"{url.Scheme}://{host}", path, region, service);
    }

    private static string PathOf(Uri url) => Uri.UnescapeDataString(url.AbsolutePath.TrimEnd('/'));
}
