using System.Runtime.CompilerServices;
using IncidentTrail.Callers;
using IncidentTrail.Records;

namespace IncidentTrail;

/// <summary>
/// Who made a call, from the record's <c>userIdentity</c>. The kind says which credentials were used; the booleans
/// answer one question each, and several may be true at once.
/// </summary>
public sealed class TrailCaller
{
    private JoinedText _name;
    private JoinedText _arn;
    private JoinedText _principalId;

    internal TrailCaller()
    {
    }

    /// <summary>The kind of credentials.</summary>
    public TrailCallerKind Kind { get; internal init; }

    /// <summary>
    /// The caller as a person reads it: the user's name; <c>role/session</c> for a role; the session's name
    /// for a person who came through Identity Center; <c>issuer/name</c> for a federated user; <c>root</c>; a service's
    /// name; a service-linked role's name; <c>account/session</c> for another account. <c>Unknown</c> where nothing says.
    /// </summary>
    public string Name => _name.Value!;

    /// <summary>The field or fields of the record that <see cref="Name"/> comes from; null where nothing says.</summary>
    public string? Basis { get; internal init; }

    /// <summary>
    /// Whether the root user's authority was used: by the root user, by a federated user whom root made, in a session
    /// of AssumeRoot, or by a service on root's request (then <see cref="ViaService"/> is true too).
    /// </summary>
    public bool IsRoot { get; internal init; }

    /// <summary>Whether an IAM user's credentials were used.</summary>
    public bool IsIamUser { get; internal init; }

    /// <summary>Whether a role's or a federated user's credentials were used.</summary>
    public bool IsRoleOrFederatedUser { get; internal init; }

    /// <summary>
    /// Whether the call was made for a user of IAM Identity Center: the record says so, or the role lies in the path
    /// reserved for Identity Center. A role that is only named like one does not count.
    /// </summary>
    public bool IsIdentityCenterUser { get; internal init; }

    /// <summary>Whether an AWS service acted for itself, with its own identity or with its service-linked role.</summary>
    public bool IsService { get; internal init; }

    /// <summary>
    /// Whether an AWS service passed the call on at somebody's request; the caller stays that somebody. A person at the
    /// console does not count as a service.
    /// </summary>
    public bool ViaService { get; internal init; }

    /// <summary>Whether the credentials were temporary ones, of AWS STS.</summary>
    public bool UsesTemporaryCredentials { get; internal init; }

    /// <summary>
    /// Whether the call was signed with a long-term access key, of an IAM user or of root. With a password, and for a service's
    /// own calls, neither this nor <see cref="UsesTemporaryCredentials"/> is true.
    /// </summary>
    public bool UsesLongTermKey { get; internal init; }

    /// <summary>
    /// Whether AWS's own multi-factor authentication took place (<c>sessionContext.attributes.mfaAuthenticated</c>);
    /// null where the record does not say. For Identity Center and SAML false proves nothing: they have their own.
    /// </summary>
    public bool? MfaAuthenticated { get; internal init; }

    /// <summary>The caller's ARN (<c>userIdentity.arn</c>).</summary>
    public string? Arn => _arn.Value;

    /// <summary>The account the credentials belong to (<c>userIdentity.accountId</c>, else the account in its ARN).</summary>
    public string? AccountId { get; internal init; }

    /// <summary>The unique id of the caller (<c>userIdentity.principalId</c>); with a session's name for a role.</summary>
    public string? PrincipalId => _principalId.Value;

    /// <summary>The access key the call was signed with (<c>userIdentity.accessKeyId</c>).</summary>
    public string? AccessKeyId { get; internal init; }

    /// <summary>The name of a role's or federated user's session, from the principal id, else the ARN.</summary>
    public string? SessionName { get; internal init; }

    /// <summary>The ARN of the role or user that issued the session (<c>sessionContext.sessionIssuer.arn</c>).</summary>
    public string? IssuerArn { get; internal init; }

    /// <summary>Who stands behind a chain of roles (<c>sessionContext.sourceIdentity</c>), where the first one set it.</summary>
    public string? SourceIdentity { get; internal init; }

    /// <summary>The service that made the call (<c>userIdentity.invokedBy</c>), as the record says it.</summary>
    public string? InvokedBy { get; internal init; }

    /// <summary>The name, as text that is safe to show.</summary>
    public override string ToString() => TextForDisplay.Plain(Name);

    /// <summary>
    /// Whether the other is this object, or a text that is the name, ignoring case: so <c>-eq</c> and <c>-ne</c> answer as
    /// <c>-like</c> does, and <c>-ne root</c> leaves root out.
    /// </summary>
    public override bool Equals(object? obj) =>
        obj is string name ? Name.Equals(name, StringComparison.OrdinalIgnoreCase) : ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>What stands for the fields that it was read from.</summary>
    internal SeededHash ReadFrom { get; set; }

    internal JoinedText JoinedName { get => _name; init => _name = value; }

    internal JoinedText JoinedArn { get => _arn; init => _arn = value; }

    internal JoinedText JoinedPrincipalId { get => _principalId; init => _principalId = value; }

    /// <summary>
    /// The caller of a record, from its <c>userIdentity</c> as JSON (empty where it is missing), where it came from, and a name
    /// that stands aside of it, where nothing in it names somebody.
    /// </summary>
    internal static TrailCaller From(
        ReadOnlySpan<byte> userIdentity, string? sourceIPAddress, string? eventType, bool consoleSession, string? nameAside = null) =>
        CallerReading.Read(UserIdentity.Read(userIdentity, nameAside), sourceIPAddress, eventType, consoleSession);
}
