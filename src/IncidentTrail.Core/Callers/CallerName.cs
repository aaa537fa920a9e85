namespace IncidentTrail.Callers;

/// <summary>Chooses the name a person reads, and says which fields it comes from.</summary>
internal static class CallerName
{
    private const string IssuerName = "userIdentity.sessionContext.sessionIssuer.userName";
    private const string IssuerArn = "userIdentity.sessionContext.sessionIssuer.arn";
    private const string Arn = "userIdentity.arn";
    private const string PrincipalId = "userIdentity.principalId";

    public static string? SessionOf(UserIdentity identity, TrailCallerKind credentials)
    {
        if (credentials is not (TrailCallerKind.AssumedRole or TrailCallerKind.FederatedUser or TrailCallerKind.AwsAccount))
            return null;
        if (identity.PrincipalId is { } id && id.IndexOf(':') is var colon and >= 0 && colon < id.Length - 1)
            return id[(colon + 1)..];
        return credentials == TrailCallerKind.FederatedUser ? identity.Arn?.Name : identity.Arn?.Session;
    }

    public static (JoinedText Name, string? Basis) Of(
        UserIdentity identity, TrailCallerKind credentials, string? session, bool isService, string? sourceIPAddress)
    {
        (JoinedText, string?)? specific = credentials switch
        {
            TrailCallerKind.Root => Whole("root", identity.StatedKind == credentials ? "userIdentity.type" : Arn),
            TrailCallerKind.AwsService => Whole(Service(identity, sourceIPAddress)),
            _ when isService => Whole(RoleOf(identity)),
            _ when identity.UserName is { } user => Whole(user, "userIdentity.userName"),
            TrailCallerKind.IdentityCenterUser or TrailCallerKind.Unknown when identity.NameAside is { } aside =>
                Whole(aside, "additionalEventData.UserName"),
            TrailCallerKind.AssumedRole => RoleSession(identity, session),
            TrailCallerKind.FederatedUser => Federated(identity, session),
            TrailCallerKind.AwsAccount => Account(identity, session),
            TrailCallerKind.IdentityCenterUser when identity.OnBehalfOfUser is { } id =>
                Whole(id, "userIdentity.onBehalfOf.userId"),
            _ => null,
        };
        return specific ?? Whole(Fallback(identity))!.Value;
    }

    private static (JoinedText, string?)? Whole(string name, string? basis) => (new JoinedText(name), basis);

    private static (JoinedText, string?)? Whole((string Name, string? Basis)? found) =>
        found is var (name, basis) ? (new JoinedText(name), basis) : null;

    // A session's name is its own, what stands before it is its role's.
    private static (JoinedText, string?)? Session(string issuer, string session, string basis) =>
        (new JoinedText(RepeatedText.Of(issuer, "/"), session), basis);

    private static (string, string?)? Service(UserIdentity identity, string? address) =>
        identity.InvokedBy is { } invoker ? (invoker, "userIdentity.invokedBy")
        : ServiceName.IsService(address) ? (address!, "sourceIPAddress")
        : null;

    private static (string, string?)? RoleOf(UserIdentity identity) =>
        identity.IssuerName is { } name ? (name, IssuerName)
        : identity.IssuerArn is { } issuer ? (issuer.Name, IssuerArn)
        : identity.Arn is { Kind: "assumed-role" or "role" } arn ? (arn.Name, Arn)
        : null;

    private static (JoinedText, string?)? RoleSession(UserIdentity identity, string? session)
    {
        if (RoleOf(identity) is not var (role, basis))
            return null;
        if (session is null)
            return Whole(role, basis);
        // A permission set's role is named by Identity Center; its session is the person.
        if (identity.Role is { IsPermissionSetRole: true })
            return Whole(session, SessionBasis(identity, session));
        var both = basis == Arn && session == identity.Arn?.Session ? Arn : RepeatedText.Of(basis!, And(identity, session));
        return Session(role, session, both);
    }

    private static (JoinedText, string?)? Federated(UserIdentity identity, string? session)
    {
        if (session is null)
            return null;
        var basis = SessionBasis(identity, session);
        if ("Root".Equals(identity.IssuerType, StringComparison.OrdinalIgnoreCase))
            return Session("root", session, RepeatedText.Of("userIdentity.sessionContext.sessionIssuer.type, ", basis));
        return RoleOf(identity) is var (issuer, source)
            ? Session(issuer, session, RepeatedText.Of(source!, And(identity, session))) : Whole(session, basis);
    }

    private static (JoinedText, string?)? Account(UserIdentity identity, string? session) =>
        identity is { AccountId: { } account, PrincipalId: { } principal }
            ? Session(account, session ?? principal, "userIdentity.accountId, " + PrincipalId)
            : null;

    private static string SessionBasis(UserIdentity identity, string session) =>
        identity.PrincipalId is { } id && id.Length > session.Length && id[^(session.Length + 1)] == ':'
            && id.EndsWith(session, StringComparison.Ordinal) ? PrincipalId : Arn;

    private static string And(UserIdentity identity, string session) =>
        ReferenceEquals(SessionBasis(identity, session), PrincipalId) ? ", " + PrincipalId : ", " + Arn;

    private static (string Name, string? Basis) Fallback(UserIdentity identity) =>
        identity.UserName is { } user ? (user, "userIdentity.userName")
        : identity.Arn is { Name.Length: > 0 } arn ? (arn.Name, Arn)
        : identity.PrincipalId is { } id ? (id, PrincipalId)
        : identity.AccountId is { } account ? (account, "userIdentity.accountId")
        : identity.PlainText is { } text ? (text, "userIdentity")
        : ("Unknown", null);
}
