using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Util;
using Amazon.Util.Internal;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Credentials;

/// <summary>An SSO profile's credentials, from the sign-in that another tool left; it never opens a browser.</summary>
internal sealed class SsoCredentials(string profile, SsoRole role, ServiceSettings settings) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        try
        {
            using var sso = new SsoClient(role.Region, settings);
            return await sso.CredentialsAsync(role, await SignedInAsync(sso).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or ServiceException)
        {
            settings.Schedule.Stop.ThrowIfCancellationRequested();
            throw CredentialFaults.Sso(profile, e);
        }
    }

    // What the CLI or AWS.Tools signed in to is in a file; one that has ended is renewed where it can be.
    private async Task<string> SignedInAsync(SsoClient sso)
    {
        var manager = new SSOTokenManager(
            sso, new SSOTokenFileCache(CryptoUtilFactory.CryptoInstance, new FileRetriever(), new DirectoryRetriever()));
        var token = await manager.GetTokenAsync(new SSOTokenManagerGetTokenOptions
        {
            Region = role.Region, StartUrl = role.StartUrl, Session = role.Session, SupportsGettingNewToken = false,
            CacheFolderLocation = Path.Combine(settings.Variables.Home, ".aws", "sso", "cache"),
        }).ConfigureAwait(false);
        return token.AccessToken;
    }
}
