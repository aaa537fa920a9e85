namespace IncidentTrail;

/// <summary>
/// The kind of credentials a call was made with: CloudTrail's <c>userIdentity.type</c>. Where a record has no type, it
/// is told from the ARN, or from <c>invokedBy</c> where that is all there is.
/// </summary>
public enum TrailCallerKind
{
    /// <summary>CloudTrail could not tell, or names a kind that this version does not know.</summary>
    Unknown,

    /// <summary>The account's root user.</summary>
    Root,

    /// <summary>An IAM user.</summary>
    IamUser,

    /// <summary>A user of IAM Identity Center, without a role.</summary>
    IdentityCenterUser,

    /// <summary>A session of a role: temporary credentials. People of Identity Center come this way too.</summary>
    AssumedRole,

    /// <summary>A role, without a session.</summary>
    Role,

    /// <summary>A federated user, with credentials from GetFederationToken.</summary>
    FederatedUser,

    /// <summary>A user whom a SAML provider vouches for, in the call that asks for a role.</summary>
    SamlUser,

    /// <summary>A user whom a web identity provider vouches for, in the call that asks for a role.</summary>
    WebIdentityUser,

    /// <summary>A user of a directory service.</summary>
    Directory,

    /// <summary>An AWS service, for itself.</summary>
    AwsService,

    /// <summary>Another account; CloudTrail tells no more about the caller there.</summary>
    AwsAccount,
}
