using System.Collections.Frozen;
using IncidentTrail.Records;

namespace IncidentTrail.Sql;

/// <summary>CloudTrail's spelling of the names that Hive has put into lower case.</summary>
internal static class ColumnSpelling
{
    private static readonly FrozenDictionary<string, string> s_names = RecordFieldNames.All.Concat(
    [
        "principalId", "accountId", "accessKeyId", "userName", "invokedBy", "sessionContext", "sessionIssuer", "mfaAuthenticated",
        "creationDate", "webIdFederationData", "federatedProvider", "ec2RoleDelivery", "assumedRoot", "sourceIdentity",
        "signInSessionArn", "onBehalfOf", "userId", "identityStoreArn", "credentialId", "identityProvider", "inScopeOf", "sourceArn",
        "sourceAccount", "issuerType", "credentialsIssuedTo", "invokedByDelegate", "updatedFields", "originalRequestID",
        "originalEventID", "tlsVersion", "cipherSuite", "clientProvidedHostHeader", "keyExchange",
    ]).ToFrozenDictionary(name => name.ToLowerInvariant(), StringComparer.Ordinal);

    // Among all fields these alone are written so.
    private static readonly FrozenDictionary<string, string> s_ofResources =
        new[] { "ARN", "ARNPrefix" }.ToFrozenDictionary(name => name.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The name of a field, or of a member of one; an unknown name stays as it is.</summary>
    internal static string Of(string name) => s_names.GetValueOrDefault(name, name);

    /// <summary>The name of a member of a resource.</summary>
    internal static string OfResource(string name) => s_ofResources.GetValueOrDefault(name) ?? Of(name);
}
