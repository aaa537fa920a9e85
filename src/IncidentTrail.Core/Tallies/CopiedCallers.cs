namespace IncidentTrail.Tallies;

/// <summary>
/// A call into another account leaves two records, and the other account's names the caller by account and principal id alone.
/// Where its copy in the caller's own account was read too, they are one caller.
/// </summary>
internal static class CopiedCallers
{
    /// <summary>Those whom another account's records name, each with the same caller as its own account's records name it.</summary>
    /// <param name="sharing">The callers that made calls of which there may be copies.</param>
    /// <param name="callerOf">What is known of one.</param>
    /// <param name="shareCall">Whether a call of the one is a copy of a call of the other.</param>
    internal static List<(T Copy, T Full)> Of<T>(IEnumerable<T> sharing, Func<T, TrailCaller> callerOf, Func<T, T, bool> shareCall)
    {
        var callers = sharing.Select(one => (One: one, Caller: callerOf(one)))
            .Where(one => PrincipalOf(one.Caller).Principal is not null)
            .ToLookup(one => one.Caller.Kind == TrailCallerKind.AwsAccount);
        // Whichever was read first: the order of kinds decides where several could be meant.
        var known = callers[false].Where(one => !one.Caller.IsService).OrderBy(one => one.Caller.Kind)
            .ToLookup(one => PrincipalOf(one.Caller), one => one.One);
        List<(T, T)> copied = [];
        foreach (var (copy, caller) in callers[true])
        {
            foreach (var full in known[PrincipalOf(caller)].Where(full => shareCall(copy, full)).Take(1))
                copied.Add((copy, full));
        }
        return copied;
    }

    private static (string? AccountId, string? Principal) PrincipalOf(TrailCaller caller) =>
        (caller.AccountId, CallerKey.PrincipalOf(caller).Value);
}
