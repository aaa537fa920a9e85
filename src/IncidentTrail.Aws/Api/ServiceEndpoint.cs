using Amazon;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// Where a service is called: the URL given, else <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>, else <c>AWS_ENDPOINT_URL</c>,
/// else the Region's host under its partition's suffix.
/// </summary>
internal static class ServiceEndpoint
{
    /// <summary>The endpoint of a service in a Region. Throws <see cref="TrailSourceException"/> where a text is no URL or no Region.</summary>
    public static Uri Resolve(
        string service, string region, string? endpointUrl = null, Func<string, string?>? environment = null)
    {
        var variable = environment ?? Environment.GetEnvironmentVariable;
        if (!string.IsNullOrWhiteSpace(endpointUrl))
            return Parse(endpointUrl, "-EndpointUrl");
        if (!IsTrue(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")))
        {
            foreach (var name in (string[])["AWS_ENDPOINT_URL_" + service.ToUpperInvariant(), "AWS_ENDPOINT_URL"])
            {
                if (variable(name) is { Length: > 0 } text)
                    return Parse(text, name);
            }
        }

        return new Uri(
            "https://" + Host(service, region, IsTrue(variable("AWS_USE_FIPS_ENDPOINT")), IsTrue(variable("AWS_USE_DUALSTACK_ENDPOINT"))));
    }

    // The Region becomes part of a host name, so it may hold nothing that could end or redirect one.
    private static string Host(string service, string region, bool fips, bool dualStack)
    {
        if (region.Length is 0 or > 63 || !region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new TrailSourceException(new TrailFault(
                TrailFaultKind.Argument, region, $"'{region}' is not the name of a Region.",
                "Give a Region as AWS writes it, such as us-east-1."));
        }

        var suffix = RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        if (dualStack)
            suffix = suffix == "amazonaws.com.cn" ? "api.amazonwebservices.com.cn" : "api.aws";
        // GovCloud's ordinary endpoints are its FIPS endpoints.
        var name = fips && !region.StartsWith("us-gov-", StringComparison.Ordinal) ? service + "-fips" : service;
        return $"{name}.{region}.{suffix}";
    }

    private static Uri Parse(string text, string origin) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? url
            : throw new TrailSourceException(new TrailFault(
                TrailFaultKind.Argument, text, $"The endpoint in {origin}, '{text}', is not an http or https URL.",
                "Give a URL such as https://cloudtrail.us-east-1.amazonaws.com."));

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
