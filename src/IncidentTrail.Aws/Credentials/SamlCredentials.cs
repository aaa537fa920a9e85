using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement.Internal;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// The keys of a SAML sign-in that AWS.Tools keeps in its store on Windows, while they last. Signing in is for AWS.Tools: the SDK
/// would look through the whole process for a client of STS to do it with.
/// </summary>
internal sealed class SamlCredentials(string profile) : RefreshingAWSCredentials
{
    /// <summary>True where there is such a store.</summary>
    public static bool AreKeptHere => SAMLRoleSessionManager.IsAvailable;

    protected override CredentialsRefreshState GenerateNewCredentials() =>
        new SAMLRoleSessionManager().TryGetRoleSession(profile, out var kept)
            ? new CredentialsRefreshState(kept, kept.Expires)
            : throw CredentialFaults.Profile(profile, "its SAML sign-in is missing or has ended.", RemedyTable.SamlSignIn(profile));

    protected override Task<CredentialsRefreshState> GenerateNewCredentialsAsync() => Task.Run(GenerateNewCredentials);
}
