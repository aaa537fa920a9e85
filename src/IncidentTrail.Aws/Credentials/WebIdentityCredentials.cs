using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws;

/// <summary>The credentials of a role that an identity provider's token opens; the token is read from its file each time.</summary>
internal sealed class WebIdentityCredentials(
    string tokenFile, string roleArn, string sessionName, string? region, RetrySchedule schedule) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        try
        {
            var identity = await File.ReadAllTextAsync(tokenFile).ConfigureAwait(false);
            using var client = StsClient.Create(new AnonymousAWSCredentials(), region, roleArn, schedule);
            var response = await client.AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest
            {
                RoleArn = roleArn, RoleSessionName = sessionName, WebIdentityToken = identity.Trim(),
            }).ConfigureAwait(false);
            return StsAnswer.State(response.Credentials);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw CredentialFault.Role(roleArn, e);
        }
    }
}
