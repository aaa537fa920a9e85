using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Api;

/// <summary>The endpoint a service is to be called at, where it is not AWS's own.</summary>
internal static class ServiceEndpoint
{
    /// <summary>
    /// What was given, else <c>AWS_ENDPOINT_URL_</c> with the service, else <c>AWS_ENDPOINT_URL</c>, else what the profile says,
    /// or the profile that its role is taken with; else null.
    /// </summary>
    public static Uri? Of(
        string service, string? given = null, Func<string, string?>? environment = null, Profile? profile = null)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return Url(given) ?? throw NoAddress(given, "-EndpointUrl");
        var variable = environment ?? Environment.GetEnvironmentVariable;
        if (IsTrue(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")))
            return null;
        return Named("AWS_ENDPOINT_URL_" + service, variable) ?? Named("AWS_ENDPOINT_URL", variable) ?? OfProfile(service, profile);
    }

    private static Uri? Named(string name, Func<string, string?> variable) =>
        variable(name) is { Length: > 0 } text ? Url(text) ?? throw NoAddress(text, name) : null;

    private static Uri? OfProfile(string service, Profile? profile)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var each = profile; each is not null && seen.Add(each.Name); each = each.Source)
        {
            if (IsTrue(each["ignore_configured_endpoint_urls"]))
                return null;
            if (each.Named("services", "services") is { } services && services[service + ".endpoint_url"] is { } ofService)
                return Url(ofService) ?? throw each.Fault("services", $"leads to '{ofService}' in {services}, which is no address");
            if (each["endpoint_url"] is { } ofAll)
                return Url(ofAll) ?? throw each.Fault("endpoint_url", $"is '{ofAll}', which is no address");
        }

        return null;
    }

    private static Uri? Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static bool IsTrue(string? text) => bool.TryParse(text, out var value) && value;

    private static TrailSourceException NoAddress(string text, string origin) => new(new TrailFault(
        TrailFaultKind.Argument, origin, $"'{text}' of {origin} is no address.",
        RemedyTable.NoAddress));
}
