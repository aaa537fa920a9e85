using System.Globalization;
using Amazon.Runtime;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Credentials;

/// <summary>The credentials of a role that an identity provider's token opens; the token is read from its file each time.</summary>
internal sealed class WebIdentityCredentials(
    string tokenFile, RoleToAssume role, string? region, ServiceSettings settings, Func<Exception, TrailSourceException> noToken)
    : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var identity = await IdentityAsync().ConfigureAwait(false);
        try
        {
            using var sts = new StsClient(region, role.Arn, settings);
            // The token is the caller's proof: nobody signs.
            return await sts.TakeAsync(
                "AssumeRoleWithWebIdentity", null, ("RoleArn", role.Arn), ("RoleSessionName", role.SessionName),
                ("WebIdentityToken", identity), ("DurationSeconds", role.Seconds?.ToString(CultureInfo.InvariantCulture)))
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw CredentialFaults.Role(role.Arn, e);
        }
    }

    private async Task<string> IdentityAsync()
    {
        try
        {
            return (await File.ReadAllTextAsync(tokenFile).ConfigureAwait(false)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw noToken(e);
        }
    }
}
