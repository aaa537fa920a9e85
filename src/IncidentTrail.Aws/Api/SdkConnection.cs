using Amazon.Runtime;

namespace IncidentTrail.Aws.Api;

/// <summary>Makes the HTTP client of those of the SDK's that give credentials; it is disposed with them.</summary>
internal sealed class SdkConnection(HttpRoute route) : HttpClientFactory
{
    /// <summary>Sets a client up to ask once and tell what came: asking again is <see cref="AttemptsHandler"/>'s.</summary>
    public static T Once<T>(T config, HttpRoute route)
        where T : ClientConfig
    {
        config.HttpClientFactory = new SdkConnection(route);
        // What is not said here is looked for in the environment and in the default profile.
        config.IgnoreConfiguredEndpointUrls = true;
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        return config;
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SingleSendHandler(route.Take(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = AdapterLimits.ConnectPatience,
    })))
    {
        Timeout = AdapterLimits.CredentialPatience,
    };
}
