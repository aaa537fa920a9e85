using Amazon.Runtime;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws;

/// <summary>An SSO profile's credentials, from the sign-in that another tool left; it never opens a browser.</summary>
internal sealed class SsoCredentials(string profile, SSOAWSCredentials inner, RetrySchedule schedule) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        SsoClients.Schedule = schedule;
        try
        {
            var found = await inner.GetCredentialsAsync().ConfigureAwait(false);
            return new CredentialsRefreshState(found, inner.Expiration ?? DateTime.UtcNow.AddMinutes(5));
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or ServiceException)
        {
            schedule.Stop.ThrowIfCancellationRequested();
            throw CredentialFault.Sso(profile, e);
        }
    }
}
