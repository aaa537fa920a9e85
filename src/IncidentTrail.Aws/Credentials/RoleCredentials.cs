using System.Globalization;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Credentials;

/// <summary>The credentials of an assumed role, renewed as they expire.</summary>
internal sealed class RoleCredentials(AWSCredentials caller, RoleToAssume role, string? region, ServiceSettings settings)
    : RefreshingAWSCredentials
{
    private bool _codeUsed;

    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        // A device's code is good once; a second one could only be asked for on the prompt's own thread.
        if (role.MfaSerial is not null && _codeUsed)
            throw CredentialFaults.NoMfaCode(role.Arn, role.MfaSerial);
        _codeUsed = true;
        try
        {
            using var sts = new StsClient(region, role.Arn, settings);
            var keys = SentKeys.Checked(await caller.GetCredentialsAsync().ConfigureAwait(false) ?? throw CredentialFaults.NoneFound(null));
            return await sts.TakeAsync(
                "AssumeRole", keys, ("RoleArn", role.Arn), ("RoleSessionName", role.SessionName), ("ExternalId", role.ExternalId),
                ("SourceIdentity", role.SourceIdentity), ("SerialNumber", role.MfaSerial), ("TokenCode", role.MfaCode),
                ("DurationSeconds", role.Seconds?.ToString(CultureInfo.InvariantCulture))).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw CredentialFaults.Role(role.Arn, e);
        }
    }
}
