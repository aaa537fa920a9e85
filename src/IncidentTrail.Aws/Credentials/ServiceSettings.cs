using System.Net;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// Where the services are called and how: what the environment says, and the profile whose credentials are used. An endpoint
/// of a profile is for its credentials alone.
/// </summary>
internal sealed class ServiceSettings(
    AwsVariables environment, RetrySchedule schedule, IWebProxy? proxy = null, Profile? profile = null)
{
    private HttpRoute? _route;

    /// <summary>The environment's variables.</summary>
    public AwsVariables Variables => environment;

    /// <summary>How what is asked is asked again.</summary>
    public RetrySchedule Schedule => schedule;

    /// <summary>The way to the services. Throws where the proxy or the certificates that are named cannot be used.</summary>
    public HttpRoute Route => _route ??= HttpRoute.Of(environment, proxy, profile);

    /// <summary>The way to an endpoint; no certificates are read for one that shows none. Throws as <see cref="Route"/> does.</summary>
    public HttpRoute RouteTo(Uri? endpoint) => endpoint?.Scheme == Uri.UriSchemeHttp ? HttpRoute.WithoutTls(environment, proxy) : Route;

    /// <summary>The same with a profile's.</summary>
    public ServiceSettings Of(Profile used) => new(environment, schedule, proxy, used);

    /// <summary>The endpoint that was given or is configured for a service, such as <c>S3</c>; null for AWS's own.</summary>
    public Uri? Endpoint(string service, string? given = null) => ServiceEndpoint.Of(service, given, name => environment[name], profile);

    /// <summary>The same, or the Region's own, whose host begins with the service's name or another.</summary>
    public Uri EndpointIn(string service, string region, string? given = null, string? host = null) =>
        Endpoint(service.ToUpperInvariant(), given) ?? RegionalEndpoint.Of(host ?? service, region, null, name => environment[name]);
}
