using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace IncidentTrail.Aws;

/// <summary>
/// Tells the SDK which SSO clients to use. It would search all loaded assemblies otherwise, and take those of AWS.Tools,
/// which are of another load context. STS is left out: what the SDK passes to such a factory lacks the caller.
/// </summary>
internal static class SsoClients
{
    private static readonly object Once = new();
    private static bool _registered;

    public static void Register()
    {
        lock (Once)
        {
            if (_registered)
                return;
            GlobalRuntimeDependencyRegistry.Instance.RegisterSSOClient(context => new AmazonSSOClient(
                new AnonymousAWSCredentials(),
                new AmazonSSOConfig { RegionEndpoint = context.SSOClientContextData.Region }));
            GlobalRuntimeDependencyRegistry.Instance.RegisterSSOOIDCClient(context => new AmazonSSOOIDCClient(
                new AnonymousAWSCredentials(),
                new AmazonSSOOIDCConfig { RegionEndpoint = context.SSOOIDCClientContextData.Region }));
            _registered = true;
        }
    }
}
