using Amazon.Runtime;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Credentials;

/// <summary>Credentials of an object that somebody else made and may renew: it is asked again from time to time.</summary>
internal sealed class SuppliedCredentials(string origin, Func<TrailCredential> supply) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        try
        {
            var given = supply();
            return new CredentialsRefreshState(
                new ImmutableCredentials(given.AccessKey, given.SecretKey, given.SessionToken),
                given.ExpiresUtc ?? DateTime.UtcNow + AdapterLimits.SuppliedAgain);
        }
        catch (Exception e) when (e is not TrailSourceException)
        {
            throw CredentialFaults.Object(origin, e);
        }
    }
}
