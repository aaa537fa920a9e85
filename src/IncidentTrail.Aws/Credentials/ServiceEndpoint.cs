namespace IncidentTrail.Aws;

/// <summary>The endpoint a service is to be called at, where it is not AWS's own.</summary>
internal static class ServiceEndpoint
{
    /// <summary>
    /// What was given, else <c>AWS_ENDPOINT_URL_</c> with the service, else <c>AWS_ENDPOINT_URL</c>, else null.
    /// </summary>
    public static Uri? Of(string service, string? given = null, Func<string, string?>? environment = null)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return Parse(given, "-EndpointUrl");
        var variable = environment ?? Environment.GetEnvironmentVariable;
        if (bool.TryParse(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), out var ignored) && ignored)
            return null;
        return Named("AWS_ENDPOINT_URL_" + service, variable) ?? Named("AWS_ENDPOINT_URL", variable);
    }

    private static Uri? Named(string name, Func<string, string?> variable) =>
        variable(name) is { Length: > 0 } text ? Parse(text, name) : null;

    private static Uri Parse(string text, string origin) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new TrailSourceException(new TrailFault(
                TrailFaultKind.Argument, origin, $"'{text}' of {origin} is no address.",
                "Give the whole address with its scheme, such as https://s3.example.net."));
}
