using Amazon.Runtime;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Api;

/// <summary>Makes the HTTP client of one of the SDK's clients; it is disposed with it.</summary>
/// <param name="route">The way that it goes.</param>
/// <param name="patience">How long an answer is waited for.</param>
internal sealed class SdkHttpClients(HttpRoute route, TimeSpan patience) : HttpClientFactory
{
    /// <summary>Sets a client up to ask once and tell what came: asking again is <see cref="AttemptsHandler"/>'s.</summary>
    /// <param name="config">The client's settings.</param>
    /// <param name="route">The way that it goes.</param>
    /// <param name="variables">What the environment says.</param>
    /// <param name="patience">How long an answer is waited for.</param>
    public static T Once<T>(T config, HttpRoute route, AwsVariables variables, TimeSpan patience)
        where T : ClientConfig
    {
        config.HttpClientFactory = new SdkHttpClients(route, patience);
        // What is not said here is looked for in the environment and in the default profile; a file with one line that the SDK
        // cannot read would end the call, whoever's keys it is made with. In AWSSDK.Core 4.1.0 "region: eu-west-1", which the
        // CLI takes, is such a line.
        config.IgnoreConfiguredEndpointUrls = true;
        config.UseFIPSEndpoint = variables.IsTrue("AWS_USE_FIPS_ENDPOINT");
        config.UseDualstackEndpoint = variables.IsTrue("AWS_USE_DUALSTACK_ENDPOINT");
        config.AccountIdEndpointMode = AccountIdEndpointMode.DISABLED;
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        config.EndpointDiscoveryEnabled = false;
        config.DisableRequestCompression = true;
        config.RequestMinCompressionSizeBytes = 10240;
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        config.AuthSchemePreference = ["sigv4"];
        config.DisableClockSkewCorrection = false;
        config.ClientAppId = "IncidentTrail";
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
        PooledConnectionLifetime = AdapterLimits.ConnectionLife,
    })))
    {
        Timeout = patience,
    };
}
