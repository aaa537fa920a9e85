using Amazon.Runtime;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>What a profile's <c>credential_process</c> prints.</summary>
internal sealed class ProcessCredentials(Profile profile, string command) : RefreshingAWSCredentials
{
    private readonly ProcessAWSCredentials _process = new(command);

    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        try
        {
            return await _process.DetermineProcessCredentialAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw profile.Fault("credential_process", $"failed: {e.Message.Trim().TrimEnd('.')}", RemedyTable.ProcessFailed, e);
        }
    }
}
