using System.Text;

namespace IncidentTrail.Callers;

/// <summary>The names of an identity's fields, by the object that they stand in.</summary>
internal static class IdentityNames
{
    private static readonly (byte[] Name, IdentityField Field)[] s_identity = Table(
        ("type", IdentityField.Type), ("principalId", IdentityField.PrincipalId), ("arn", IdentityField.Arn),
        ("accountId", IdentityField.AccountId), ("accessKeyId", IdentityField.AccessKeyId), ("userName", IdentityField.UserName),
        ("sessionContext", IdentityField.SessionContext), ("invokedBy", IdentityField.InvokedBy),
        ("onBehalfOf", IdentityField.OnBehalfOf));

    private static readonly (byte[] Name, IdentityField Field)[] s_session = Table(
        ("sessionIssuer", IdentityField.SessionIssuer), ("webIdFederationData", IdentityField.WebIdFederation),
        ("attributes", IdentityField.Attributes), ("sourceIdentity", IdentityField.SourceIdentity),
        ("assumedRoot", IdentityField.AssumedRoot));

    private static readonly (byte[] Name, IdentityField Field)[] s_issuer = Table(
        ("type", IdentityField.IssuerType), ("arn", IdentityField.IssuerArn), ("accountId", IdentityField.IssuerAccountId),
        ("userName", IdentityField.IssuerName));

    private static readonly (byte[] Name, IdentityField Field)[] s_attributes = Table(("mfaAuthenticated", IdentityField.MfaAuthenticated));

    private static readonly (byte[] Name, IdentityField Field)[] s_federation = Table(("federatedProvider", IdentityField.FederatedProvider));

    private static readonly (byte[] Name, IdentityField Field)[] s_behalf = Table(
        ("userId", IdentityField.OnBehalfOfUser), ("identityStoreArn", IdentityField.OnBehalfOfStore));

    /// <summary>The names in the identity itself.</summary>
    internal static (byte[] Name, IdentityField Field)[] Outermost => s_identity;

    /// <summary>The names in an object of the identity; null where the field is no object.</summary>
    internal static (byte[] Name, IdentityField Field)[]? Inside(IdentityField field) => field switch
    {
        IdentityField.SessionContext => s_session,
        IdentityField.SessionIssuer => s_issuer,
        IdentityField.Attributes => s_attributes,
        IdentityField.WebIdFederation => s_federation,
        IdentityField.OnBehalfOf => s_behalf,
        _ => null,
    };

    private static (byte[] Name, IdentityField Field)[] Table(params ReadOnlySpan<(string Name, IdentityField Field)> names)
    {
        var table = new (byte[], IdentityField)[names.Length];
        for (var i = 0; i < names.Length; i++)
            table[i] = (Encoding.UTF8.GetBytes(names[i].Name), names[i].Field);
        return table;
    }
}
