using Amazon;
using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSOOIDC;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// Makes the typed clients of SSO. The SDK would search all loaded assemblies for them, and take those of AWS.Tools, which are of
/// another load context; and it would call them where the default profile says, and not where this one does.
/// </summary>
internal static class SsoClients
{
    /// <summary>What gives a role's credentials for a sign-in.</summary>
    public static AmazonSSOClient Portal(string region, ServiceSettings settings) => new Sso(region, settings);

    /// <summary>What renews a sign-in.</summary>
    public static AmazonSSOOIDCClient SignIn(string region, ServiceSettings settings) => new SsoOidc(region, settings);

    private static T Configured<T>(T config, string service, string region, ServiceSettings settings)
        where T : ClientConfig
    {
        if (settings.Endpoint(service) is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return SdkHttpClients.Once(config, settings.Route, settings.Variables);
    }

    private sealed class Sso : AmazonSSOClient
    {
        public Sso(string region, ServiceSettings settings)
            : base(new AnonymousAWSCredentials(), Configured(new AmazonSSOConfig(), "SSO", region, settings)) =>
            AttemptsHandler.Replace(RuntimePipeline, "sso", region, () => settings.Schedule);
    }

    private sealed class SsoOidc : AmazonSSOOIDCClient
    {
        public SsoOidc(string region, ServiceSettings settings)
            : base(new AnonymousAWSCredentials(), Configured(new AmazonSSOOIDCConfig(), "SSO_OIDC", region, settings)) =>
            AttemptsHandler.Replace(RuntimePipeline, "sso-oidc", region, () => settings.Schedule);
    }
}
