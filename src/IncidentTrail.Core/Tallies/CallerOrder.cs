namespace IncidentTrail.Tallies;

/// <summary>
/// Descriptions of one caller in an order of their own, so that which of several is taken does not hang on the order of reading:
/// the more telling first.
/// </summary>
internal sealed class CallerOrder : IComparer<TrailCaller>
{
    internal static readonly CallerOrder Instance = new();

    private CallerOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(TrailCaller? x, TrailCaller? y)
    {
        if (x is null || y is null)
            return (y is null).CompareTo(x is null);
        var compared = Texts(x).Zip(Texts(y), Compare).FirstOrDefault(one => one != 0);
        return compared != 0 ? compared : Flags(y).CompareTo(Flags(x));
    }

    private static IEnumerable<string?> Texts(TrailCaller caller) =>
    [
        caller.Arn, caller.IssuerArn, caller.SourceIdentity, caller.InvokedBy, caller.SessionName, caller.AccountId, caller.PrincipalId,
        caller.Name, caller.Basis,
    ];

    // A text is before none.
    private static int Compare(string? a, string? b) =>
        a is null || b is null ? (a is null).CompareTo(b is null) : string.CompareOrdinal(a, b);

    private static (TrailCallerKind, bool, bool, bool) Flags(TrailCaller caller) =>
        (caller.Kind, caller.IsIamUser, caller.IsRoleOrFederatedUser, caller.IsService);
}
