using Amazon.Runtime;

namespace IncidentTrail.Aws.Credentials;

/// <summary>Temporary credentials as STS answers them.</summary>
internal static class StsAnswer
{
    // Without an expiry they are taken for as long as STS gives at least.
    public static RefreshingAWSCredentials.CredentialsRefreshState State(Amazon.SecurityToken.Model.Credentials answer) => new(
        new ImmutableCredentials(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken),
        answer.Expiration ?? DateTime.UtcNow.AddMinutes(15));
}
