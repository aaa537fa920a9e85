using Amazon;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// Where a service is called in a Region: the endpoint that was given or configured, else the Region's host under its
/// partition's suffix.
/// </summary>
internal static class RegionalEndpoint
{
    /// <summary>The endpoint. Throws <see cref="TrailSourceException"/> where a text is no URL or no Region.</summary>
    public static Uri Of(string service, string region, string? given = null, Func<string, string?>? environment = null)
    {
        if (ServiceEndpoint.Of(service.ToUpperInvariant(), given, environment) is { } configured)
            return configured;
        var variable = environment ?? Environment.GetEnvironmentVariable;
        return new Uri("https://" + Host(service, region, IsTrue(variable("AWS_USE_FIPS_ENDPOINT")), IsTrue(variable("AWS_USE_DUALSTACK_ENDPOINT"))));
    }

    // The Region becomes part of a host name, so it may hold nothing that could end or redirect one.
    private static string Host(string service, string region, bool fips, bool dualStack)
    {
        if (region.Length is 0 or > 63 || !region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new TrailSourceException(new TrailFault(
                TrailFaultKind.Argument, region, $"'{region}' is not the name of a Region.",
                RemedyTable.NoSuchRegion));
        }

        var suffix = dualStack ? Fn.Partition(region).dualStackDnsSuffix : RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        // GovCloud's ordinary endpoints are its FIPS endpoints; those of both address families are not.
        var name = fips && (dualStack || !region.StartsWith("us-gov-", StringComparison.Ordinal)) ? service + "-fips" : service;
        return $"{name}.{region}.{suffix}";
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
