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
        List<(T, T)> copied = [];
        List<Sharing<T>> copies = [], known = [];
        foreach (var one in sharing)
        {
            var caller = callerOf(one);
            if (CallerKey.PrincipalOf(caller).Value is not { } principal || (caller.Kind != TrailCallerKind.AwsAccount && caller.IsService))
                continue;
            var named = new Sharing<T>(one, caller.Kind, new Principal(caller.AccountId, principal));
            (caller.Kind == TrailCallerKind.AwsAccount ? copies : known).Add(named);
        }
        if (copies.Count == 0)
            return copied;
        // Whichever was read first: the order of kinds decides where several could be meant.
        var fulls = known.OrderBy(one => one.Kind).ToLookup(one => one.Principal);
        foreach (var copy in copies)
        {
            if (fulls[copy.Principal].FirstOrDefault(full => shareCall(copy.One, full.One)) is { } full)
                copied.Add((copy.One, full.One));
        }
        return copied;
    }

    private sealed record Sharing<T>(T One, TrailCallerKind Kind, Principal Principal);

    private sealed record Principal(string? AccountId, string Id);
}
