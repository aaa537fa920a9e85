using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SSO;
using Amazon.SSOOIDC;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws;

/// <summary>
/// Tells the SDK which SSO clients to use. It would search all loaded assemblies otherwise, and take those of AWS.Tools,
/// which are of another load context. STS is left out: what the SDK passes to such a factory lacks the caller.
/// </summary>
internal static class SsoClients
{
    private static readonly object Once = new();
    private static readonly AsyncLocal<RetrySchedule?> Followed = new();
    private static bool _registered;

    /// <summary>
    /// How the calls are asked again that are made from here on, by whoever sets it. The SDK makes the clients, for the whole
    /// process and without a word of who asks.
    /// </summary>
    public static RetrySchedule Schedule
    {
        get => Followed.Value ?? new RetrySchedule();
        set => Followed.Value = value;
    }

    public static void Register()
    {
        lock (Once)
        {
            if (_registered)
                return;
            GlobalRuntimeDependencyRegistry.Instance.RegisterSSOClient(context => new Sso(context.SSOClientContextData.Region));
            GlobalRuntimeDependencyRegistry.Instance.RegisterSSOOIDCClient(context => new SsoOidc(context.SSOOIDCClientContextData.Region));
            _registered = true;
        }
    }

    private sealed class Sso : AmazonSSOClient
    {
        public Sso(Amazon.RegionEndpoint region)
            : base(new AnonymousAWSCredentials(), SdkConnection.Once(new AmazonSSOConfig { RegionEndpoint = region })) =>
            AttemptsHandler.Replace(RuntimePipeline, "sso", region.SystemName, () => Schedule);
    }

    private sealed class SsoOidc : AmazonSSOOIDCClient
    {
        public SsoOidc(Amazon.RegionEndpoint region)
            : base(new AnonymousAWSCredentials(), SdkConnection.Once(new AmazonSSOOIDCConfig { RegionEndpoint = region })) =>
            AttemptsHandler.Replace(RuntimePipeline, "sso-oidc", region.SystemName, () => Schedule);
    }
}
