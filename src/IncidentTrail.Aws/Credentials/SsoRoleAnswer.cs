using Amazon.Runtime;

namespace IncidentTrail.Aws.Credentials;

/// <summary>What GetRoleCredentials answers.</summary>
internal sealed record SsoRoleAnswer(SsoRoleAnswer.Keys? RoleCredentials)
{
    /// <summary>The credentials, and when they end, in milliseconds of the epoch.</summary>
    internal sealed record Keys(string? AccessKeyId, string? SecretAccessKey, string? SessionToken, long Expiration)
    {
        /// <summary>The same as the SDK holds them; null where one is missing, or the time is none.</summary>
        public RefreshingAWSCredentials.CredentialsRefreshState? State() =>
            string.IsNullOrEmpty(AccessKeyId) || string.IsNullOrEmpty(SecretAccessKey) || Expiration is <= 0 or > 253_402_300_799_999
                ? null
                : new RefreshingAWSCredentials.CredentialsRefreshState(
                    new ImmutableCredentials(AccessKeyId, SecretAccessKey, SessionToken),
                    DateTimeOffset.FromUnixTimeMilliseconds(Expiration).UtcDateTime);
    }
}
