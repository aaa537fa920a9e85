namespace IncidentTrail.Callers;

/// <summary>The fields of <c>userIdentity</c> that say who called.</summary>
internal enum IdentityField
{
    Type,
    UserName,
    PrincipalId,
    Arn,
    AccountId,
    AccessKeyId,
    InvokedBy,
    OnBehalfOf,
    OnBehalfOfUser,
    OnBehalfOfStore,
    SessionContext,
    SourceIdentity,
    AssumedRoot,
    SessionIssuer,
    IssuerType,
    IssuerName,
    IssuerArn,
    IssuerAccountId,
    WebIdFederation,
    FederatedProvider,
    Attributes,
    MfaAuthenticated,
}
