namespace IncidentTrail.Callers;

/// <summary>
/// Answers the questions about a caller. Reserved paths, which only AWS can create roles in, are believed; names that
/// only look so are not, and a user agent never is.
/// </summary>
internal static class CallerReading
{
    private const string ServiceEvent = "AwsServiceEvent";

    public static TrailCaller Read(UserIdentity identity, string? sourceIPAddress, string? eventType, bool consoleSession)
    {
        var kind = identity.StatedKind ?? InferKind(identity, sourceIPAddress, eventType);

        // AWS may say that it cannot tell the kind and give the ARN all the same: the ARN answers the questions then.
        var credentials = kind == TrailCallerKind.Unknown && identity.Arn is { } arn ? arn.CallerKind : kind;
        var role = identity.Role;
        var isService = kind == TrailCallerKind.AwsService || role is { IsServiceLinkedRole: true };
        var session = CallerName.SessionOf(identity, credentials);
        var (name, basis) = CallerName.Of(identity, credentials, session, isService, sourceIPAddress);
        return new TrailCaller
        {
            Kind = kind,
            JoinedName = name,
            Basis = basis,
            IsRoot = IsRoot(identity, credentials),
            IsIamUser = credentials == TrailCallerKind.IamUser,
            IsRoleOrFederatedUser = IsRoleOrFederated(identity, credentials),
            IsIdentityCenterUser = kind == TrailCallerKind.IdentityCenterUser || identity.HasOnBehalfOf
                || role is { IsPermissionSetRole: true },
            IsService = isService,
            ViaService = !isService && IsPassedOn(identity, sourceIPAddress, eventType, consoleSession),
            UsesTemporaryCredentials = IsTemporary(identity, credentials),
            UsesLongTermKey = IsLongTermKey(identity, credentials),
            MfaAuthenticated = identity.MfaAuthenticated,
            JoinedArn = JoinedText.Of(identity.ArnText, session),
            AccountId = identity.AccountId ?? NullIfEmpty(identity.Arn?.AccountId) ?? identity.IssuerAccountId,
            JoinedPrincipalId = JoinedText.Of(identity.PrincipalId, session),
            AccessKeyId = identity.AccessKeyId,
            SessionName = session,
            IssuerArn = identity.IssuerArnText,
            SourceIdentity = identity.SourceIdentity,
            InvokedBy = identity.InvokedBy,
        };
    }

    // The events that a service writes of its own accord have no type; an event that names somebody is not among them.
    private static TrailCallerKind InferKind(UserIdentity identity, string? address, string? eventType)
    {
        if (identity.Arn is { } arn)
            return arn.CallerKind;
        var byService = identity.InvokedBy is { } invoker
            ? !ServiceName.IsConsole(invoker)
            : eventType == ServiceEvent && ServiceName.IsService(address);
        return byService && !identity.NamesSomebody ? TrailCallerKind.AwsService : TrailCallerKind.Unknown;
    }

    private static bool IsRoot(UserIdentity identity, TrailCallerKind credentials) =>
        credentials == TrailCallerKind.Root || identity.IsAssumedRoot
        || (credentials == TrailCallerKind.FederatedUser
            && "Root".Equals(identity.IssuerType, StringComparison.OrdinalIgnoreCase));

    private static bool IsRoleOrFederated(UserIdentity identity, TrailCallerKind credentials) =>
        identity.FederatedProvider is not null || credentials is TrailCallerKind.AssumedRole or TrailCallerKind.Role
            or TrailCallerKind.FederatedUser or TrailCallerKind.SamlUser or TrailCallerKind.WebIdentityUser;

    // Where the record names the invoker, the address adds nothing: the console's calls come from inside AWS as well.
    // Where it names none, a console's session from there is the person at the console.
    private static bool IsPassedOn(UserIdentity identity, string? address, string? eventType, bool consoleSession) =>
        identity.InvokedBy is { } invoker
            ? !ServiceName.IsConsole(invoker)
            : ServiceName.IsService(address) && eventType is not ("AwsConsoleSignIn" or "AwsConsoleAction")
                && !(consoleSession && ServiceName.IsInternal(address));

    // AWS begins the id of every long-term key so, and of no other: that says more than attributes beside it.
    private static bool HasLongTermKey(UserIdentity identity, TrailCallerKind credentials) =>
        credentials is TrailCallerKind.IamUser or TrailCallerKind.Root
        && identity.AccessKeyId?.StartsWith("AKIA", StringComparison.Ordinal) == true;

    private static bool IsLongTermKey(UserIdentity identity, TrailCallerKind credentials) =>
        HasLongTermKey(identity, credentials)
        || (credentials is TrailCallerKind.IamUser or TrailCallerKind.Root && !string.IsNullOrEmpty(identity.AccessKeyId)
            && !IsTemporary(identity, credentials));

    private static bool IsTemporary(UserIdentity identity, TrailCallerKind credentials) =>
        (identity.HasSessionAttributes && !HasLongTermKey(identity, credentials)) || identity.IsAssumedRoot || identity.FederatedProvider is not null
        || identity.AccessKeyId?.StartsWith("ASIA", StringComparison.Ordinal) == true
        || credentials is TrailCallerKind.AssumedRole or TrailCallerKind.FederatedUser or TrailCallerKind.SamlUser
            or TrailCallerKind.WebIdentityUser;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
