using IncidentTrail.Callers;
using IncidentTrail.Tallies;

namespace IncidentTrail;

/// <summary>
/// One caller and what the events read say of it. Callers are distinct by kind, account and principal id; services by
/// the service and the role they used. What describes the caller comes from its latest event unless said otherwise.
/// </summary>
public sealed class TrailCallerSummary
{
    private JoinedText _name;
    private JoinedText _arn;
    private JoinedText _principalId;

    internal TrailCallerSummary()
    {
    }

    /// <summary>The kind of credentials.</summary>
    public TrailCallerKind Kind { get; internal init; }

    /// <summary>The caller as a person reads it.</summary>
    public string Name => _name.Value!;

    /// <summary>The field or fields of the record that <see cref="Name"/> comes from; null where nothing says.</summary>
    public string? Basis { get; internal init; }

    /// <summary>Whether the root user's authority was used in any of the calls.</summary>
    public bool IsRoot { get; internal init; }

    /// <summary>Whether an IAM user's credentials were used.</summary>
    public bool IsIamUser { get; internal init; }

    /// <summary>Whether a role's or a federated user's credentials were used.</summary>
    public bool IsRoleOrFederatedUser { get; internal init; }

    /// <summary>Whether any of the calls was made for a user of IAM Identity Center.</summary>
    public bool IsIdentityCenterUser { get; internal init; }

    /// <summary>Whether it is an AWS service that acted for itself.</summary>
    public bool IsService { get; internal init; }

    /// <summary>Whether every one of the calls was passed on by an AWS service; false where one came directly.</summary>
    public bool ViaService { get; internal init; }

    /// <summary>Whether any of the calls was made with temporary credentials; others may have been made with a long-term key.</summary>
    public bool UsesTemporaryCredentials => TemporaryCredentialCount > 0;

    /// <summary>Whether any of the calls was signed with a long-term access key, of an IAM user or of root.</summary>
    public bool UsesLongTermKeys => LongTermKeyCount > 0;

    /// <summary>
    /// AWS's own multi-factor authentication: true where every call that says anything had it, false where one had not,
    /// null where none says. For Identity Center and SAML false proves nothing.
    /// </summary>
    public bool? MfaAuthenticated { get; internal init; }

    /// <summary>The caller's ARN.</summary>
    public string? Arn => _arn.Value;

    /// <summary>The account the credentials belong to.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>The unique id of the caller; with a session's name for a role.</summary>
    public string? PrincipalId => _principalId.Value;

    /// <summary>The name of the role's or federated user's session.</summary>
    public string? SessionName { get; internal init; }

    /// <summary>The ARN of the role or user that issued the session.</summary>
    public string? IssuerArn { get; internal init; }

    /// <summary>Who stands behind a chain of roles, where the first one set it.</summary>
    public string? SourceIdentity { get; internal init; }

    /// <summary>The service that made the call, as the record says it.</summary>
    public string? InvokedBy { get; internal init; }

    /// <summary>The time of this caller's first event, in local time; null where none has a time.</summary>
    public DateTime? FirstSeen => FirstSeenUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? FirstSeenUtc { get; internal init; }

    /// <summary>The time of this caller's last event, in local time; null where none has a time.</summary>
    public DateTime? LastSeen => LastSeenUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? LastSeenUtc { get; internal init; }

    /// <summary>How many calls it made; the copies of one call in several accounts count once.</summary>
    public long EventCount => Counts.Calls;

    /// <summary>How many of the calls change something, by the action catalogue: Write, Tagging and Permissions.</summary>
    public long ChangeCount => Counts.Changes;

    /// <summary>
    /// How many of the calls only read, by the action catalogue: Read and List. Calls of other services are in neither
    /// count.
    /// </summary>
    public long ReadCount => Counts.Reads;

    /// <summary>How many of the calls failed: their records have an error code or message.</summary>
    public long FailureCount => Counts.Failures;

    /// <summary>How many of the calls were signed with a long-term access key, of an IAM user or of root.</summary>
    public long LongTermKeyCount => Counts.LongTermKeys;

    /// <summary>How many of the calls were made with temporary credentials, of AWS STS.</summary>
    public long TemporaryCredentialCount => Counts.Temporary;

    /// <summary>How many of the calls name neither: sign-ins with a password, services for themselves, other accounts' callers.</summary>
    public long OtherCredentialCount => EventCount - LongTermKeyCount - TemporaryCredentialCount;

    /// <summary>How many callers are counted together: sessions of a role, or callers of an account; 1 for a single one.</summary>
    public long SessionCount { get; internal init; } = 1;

    /// <summary>The addresses, or services, that the calls came from; distinct and sorted, as all of the lists.</summary>
    public required TrailList<string> SourceIPAddresses { get; init; }

    /// <summary>The user agents that the calls named.</summary>
    public required TrailList<string> UserAgents { get; init; }

    /// <summary>The access keys that the calls were signed with.</summary>
    public required TrailList<string> AccessKeyIds { get; init; }

    /// <summary>The Regions that the calls were made to.</summary>
    public required TrailList<string> Regions { get; init; }

    /// <summary>The accounts the records are of: <see cref="TrailEvent.AccountId"/> of each.</summary>
    public required TrailList<string> AccountIds { get; init; }

    /// <summary>The API actions called.</summary>
    public required TrailList<string> EventNames { get; init; }

    internal CallCounts Counts { private get; init; }

    internal JoinedText JoinedName { init => _name = value; }

    internal JoinedText JoinedArn { init => _arn = value; }

    internal JoinedText JoinedPrincipalId { init => _principalId = value; }

    /// <summary>The name, as text that is safe to show.</summary>
    public override string ToString() => TextForDisplay.Plain(Name);
}
