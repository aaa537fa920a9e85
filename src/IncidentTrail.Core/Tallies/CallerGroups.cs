using IncidentTrail.Callers;

namespace IncidentTrail.Tallies;

/// <summary>Puts the sessions of one role, or the callers of one account, together as one caller.</summary>
internal static class CallerGroups
{
    private const string UnknownAccount = "an unknown account";

    /// <summary>The groups, by the time each was first seen, then by name; those never timed come last.</summary>
    internal static IEnumerable<TrailCallerSummary> Of(IEnumerable<CallerEntry> callers, TrailCallerGrouping grouping, TallyTexts texts) =>
        callers.GroupBy(caller => KeyOf(caller.CallerOf(texts), grouping))
            .Select(group => Sum([.. group], grouping, texts))
            .OrderBy(caller => caller.FirstSeenUtc ?? DateTime.MaxValue)
            .ThenBy(caller => caller, CallerTally.ByNameOrder);

    // A role is known by its ARN; who has none stays apart, as does a service that acts for itself.
    private static object KeyOf(TrailCaller caller, TrailCallerGrouping grouping) => grouping switch
    {
        TrailCallerGrouping.Account => caller.AccountId ?? UnknownAccount,
        _ when caller.IssuerArn is { } role => (caller.Kind, caller.AccountId, role),
        _ => CallerKey.Of(caller),
    };

    private static TrailCallerSummary Sum(IReadOnlyList<CallerEntry> entries, TrailCallerGrouping grouping, TallyTexts texts)
    {
        var isAccount = grouping == TrailCallerGrouping.Account;
        var callers = entries.Select(entry => entry.Summarize(texts)).ToList();
        if (callers.Count == 1 && !isAccount && callers[0].IssuerArn is null)
            return callers[0];
        var latest = callers.MaxBy(caller => caller.LastSeenUtc ?? DateTime.MinValue)!;
        return new TrailCallerSummary
        {
            Kind = isAccount ? TrailCallerKind.AwsAccount : latest.Kind,
            JoinedName = new JoinedText(isAccount ? latest.AccountId ?? UnknownAccount : RoleName(latest.IssuerArn) ?? latest.Name),
            Basis = isAccount ? "userIdentity.accountId" : latest.IssuerArn is null ? latest.Basis : "userIdentity.sessionContext.sessionIssuer.arn",
            IsRoot = callers.Any(caller => caller.IsRoot),
            IsIamUser = !isAccount && latest.IsIamUser,
            IsRoleOrFederatedUser = !isAccount && latest.IsRoleOrFederatedUser,
            IsIdentityCenterUser = !isAccount && callers.Any(caller => caller.IsIdentityCenterUser),
            IsService = callers.All(caller => caller.IsService),
            ViaService = callers.All(caller => caller.ViaService),
            MfaAuthenticated = callers.Any(caller => caller.MfaAuthenticated == false) ? false
                : callers.Any(caller => caller.MfaAuthenticated == true) ? true : null,
            JoinedArn = new JoinedText(isAccount ? null : latest.IssuerArn ?? latest.Arn),
            AccountId = latest.AccountId,
            IssuerArn = isAccount ? null : latest.IssuerArn,
            FirstSeenUtc = callers.Min(caller => caller.FirstSeenUtc),
            LastSeenUtc = latest.LastSeenUtc,
            // Not a sum of the callers' own: two of them may have records of one call.
            Counts = CallerEntry.Counts(entries, texts),
            SessionCount = callers.Count,
            SourceIPAddresses = Union(callers, caller => caller.SourceIPAddresses),
            UserAgents = Union(callers, caller => caller.UserAgents),
            AccessKeyIds = Union(callers, caller => caller.AccessKeyIds),
            Regions = Union(callers, caller => caller.Regions),
            AccountIds = Union(callers, caller => caller.AccountIds),
            EventNames = Union(callers, caller => caller.EventNames),
        };
    }

    private static TrailList<string> Union(IReadOnlyList<TrailCallerSummary> callers, Func<TrailCallerSummary, IEnumerable<string>> texts) =>
        [.. callers.SelectMany(texts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // arn:aws:iam::111122223333:role/path/name
    private static string? RoleName(string? arn) => arn?[(arn.LastIndexOf('/') + 1)..];
}
