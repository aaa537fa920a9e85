using Amazon.Runtime;

namespace IncidentTrail.Aws;

/// <summary>An SSO profile's credentials, from the sign-in that another tool left; it never opens a browser.</summary>
internal sealed class SsoCredentials(string profile, SSOAWSCredentials inner) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        try
        {
            var found = await inner.GetCredentialsAsync().ConfigureAwait(false);
            return new CredentialsRefreshState(found, inner.Expiration ?? DateTime.UtcNow.AddMinutes(5));
        }
        catch (AmazonServiceException e) when (e.ErrorCode is "ForbiddenException" or "ResourceNotFoundException")
        {
            throw CredentialFault.Profile(
                profile, $"SSO refused its role: {e.Message}", "Check sso_account_id and sso_role_name.", e);
        }
        catch (AmazonClientException e)
        {
            throw CredentialFault.SsoSignIn(profile, e);
        }
    }
}
