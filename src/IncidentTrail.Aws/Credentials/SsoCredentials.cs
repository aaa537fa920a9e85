using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.SSO.Model;
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
            var token = await SignedInAsync().ConfigureAwait(false);
            using var portal = SsoClients.Portal(role.Region, settings);
            var answer = await portal.GetRoleCredentialsAsync(
                new GetRoleCredentialsRequest { AccessToken = token, AccountId = role.AccountId, RoleName = role.Name }).ConfigureAwait(false);
            var keys = answer.RoleCredentials;
            return new CredentialsRefreshState(
                new ImmutableCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken),
                DateTimeOffset.FromUnixTimeMilliseconds(keys.Expiration ?? 0).UtcDateTime);
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or ServiceException)
        {
            settings.Schedule.Stop.ThrowIfCancellationRequested();
            throw CredentialFaults.Sso(profile, e);
        }
    }

    // What the CLI or AWS.Tools signed in to is in a file; one that has ended is renewed where it can be.
    private async Task<string> SignedInAsync()
    {
        using var signIn = SsoClients.SignIn(role.Region, settings);
        var manager = new SSOTokenManager(
            signIn, new SSOTokenFileCache(CryptoUtilFactory.CryptoInstance, new FileRetriever(), new DirectoryRetriever()));
        var token = await manager.GetTokenAsync(new SSOTokenManagerGetTokenOptions
        {
            Region = role.Region, StartUrl = role.StartUrl, Session = role.Session, SupportsGettingNewToken = false,
            CacheFolderLocation = Path.Combine(settings.Variables.Home, ".aws", "sso", "cache"),
        }).ConfigureAwait(false);
        return token.AccessToken;
    }
}
