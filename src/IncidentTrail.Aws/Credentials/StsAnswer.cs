using Amazon.Runtime;

namespace IncidentTrail.Aws.Credentials;

/// <summary>Temporary credentials as STS answers them.</summary>
internal static class StsAnswer
{
    public static RefreshingAWSCredentials.CredentialsRefreshState State(Amazon.SecurityToken.Model.Credentials answer) => new(
        new ImmutableCredentials(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken),
        answer.Expiration ?? DateTime.UtcNow + AdapterLimits.RoleAgain);
}
