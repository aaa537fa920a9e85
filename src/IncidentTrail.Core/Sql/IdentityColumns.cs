namespace IncidentTrail.Sql;

/// <summary>
/// The members of <c>useridentity</c> as the columns of a statement that counts callers: those that say who called, each as a
/// text, in the order of <see cref="CountedIdentity"/>.
/// </summary>
internal sealed class IdentityColumns(TrailTable table)
{
    private const string Provider = "federatedprovider";
    private const string None = "CAST(NULL AS varchar)";

    private static readonly string[][] s_paths =
    [
        ["type"], ["principalid"], ["arn"], ["accountid"], ["username"], ["invokedby"],
        ["sessioncontext", "attributes", "mfaauthenticated"], ["sessioncontext", "sessionissuer", "type"],
        ["sessioncontext", "sessionissuer", "username"], ["sessioncontext", "sessionissuer", "arn"],
        ["sessioncontext", "sessionissuer", "accountid"], ["sessioncontext", "sourceidentity"],
        ["sessioncontext", "webidfederationdata", Provider], ["sessioncontext", "assumedroot"],
        ["onbehalfof", "userid"], ["onbehalfof", "identitystorearn"],
    ];

    private static readonly string[] s_plainKinds =
    [
        .. Enum.GetValues<TrailCallerKind>().Except([TrailCallerKind.Unknown, TrailCallerKind.IdentityCenterUser])
            .Select(kind => kind.ToString().ToLowerInvariant()),
    ];

    /// <summary>False where a member has a form that cannot be taken apart: a map or a text in place of an object.</summary>
    internal bool AreKnown => table.Type("useridentity") is { } identity && s_paths.All(path => IsKnown(identity, path));

    /// <summary>What of the identity makes one caller another, the key by its beginning alone.</summary>
    internal IEnumerable<string> All =>
        [.. s_paths.Select(path => Of(path)), HasAttributes, Key];

    /// <summary>The access key.</summary>
    internal string AccessKey => Of("accesskeyid");

    /// <summary>The account of the caller's credentials, as the engine finds it.</summary>
    internal string Account =>
        $"coalesce({Filled(Of("accountid"))}, CASE WHEN {SqlText.Folded(Of("arn"))} LIKE 'arn:%:%:%:%:%'"
        + $" THEN {Filled($"split_part({Of("arn")}, ':', 5)")} END, {Filled(Of("sessioncontext", "sessionissuer", "accountid"))})";

    /// <summary>What tells callers of one account apart; null for a service that acts for itself, whose sessions are one caller.</summary>
    internal string Principal =>
        $"CASE WHEN {SqlText.Folded(Of("type"))} = 'awsservice' OR {IsOfService(Of("sessioncontext", "sessionissuer", "arn"))}"
        + $" OR {IsOfService(Of("arn"))} THEN NULL ELSE coalesce({Filled(Of("principalid"))}, {Filled(Of("arn"))}) END";

    /// <summary>The name that stands beside the identity, as JSON, in a sign-in's <c>additionaleventdata</c>; null where the table has none.</summary>
    internal string? NameAside => Aside is { } aside
        ? $"CASE WHEN {MayBeNamedAside(aside)} AND {LooksAside} AND {IsPlain(aside)} AND json_extract({aside}, '$') IS NOT NULL"
            + $" THEN json_format(json_extract({aside}, '$.UserName')) END" : null;

    /// <summary>The condition that a name may stand beside the identity, and SQL cannot tell which; null where there is none.</summary>
    internal string? NameAsideDoubt => Aside is { } aside
        ? $"{MayBeNamedAside(aside)} AND (({LooksAside} AND NOT {IsPlain(aside)}) OR (NOT {LooksAside}"
            + $" AND coalesce({SqlText.Folded(Of("type"))}, '') NOT IN {SqlText.List(s_plainKinds)} AND {MayHoldUnknown}))"
        : null;

    private string? Aside => table.JsonText("additionaleventdata");

    private string MayHoldUnknown => table.JsonText("useridentity") is { } identity
        ? $"({SqlText.Like(identity, "%\"Unknown\"%")} OR {SqlText.Like(identity, "%\"IdentityCenterUser\"%")})" : SqlCondition.Never;

    private string LooksAside
    {
        get
        {
            var source = SqlText.Folded(table.Text("eventsource") ?? None);
            return $"(coalesce({Of("type")}, '') = 'IdentityCenterUser' OR (coalesce({Of("type")}, '') = 'Unknown'"
                + $" AND (coalesce({source}, '') LIKE 'sso%' OR coalesce({source}, '') LIKE 'signin.%')))";
        }
    }

    private string HasAttributes => table.Type("useridentity")?.Find(["sessioncontext", "attributes"]) is { Name: "struct" } attributes
        ? $"CASE WHEN {string.Join(" OR ", attributes.Members.Keys.Select(name => $"{Names("sessioncontext", "attributes", name)} IS NOT NULL"))}"
            + " THEN 'true' END"
        : None;

    private string Key =>
        $"CASE WHEN {AccessKey} LIKE 'AKIA%' THEN 'AKIA' WHEN {AccessKey} LIKE 'ASIA%' THEN 'ASIA' WHEN {AccessKey} <> '' THEN 'other' END";

    private static bool IsKnown(HiveType type, string[] path)
    {
        foreach (var name in path)
        {
            if (type.Name != "struct")
                return IsMap(type, name);
            if (type.Find([name]) is not { } member)
                return true;
            type = member;
        }
        return !type.IsNested;
    }

    private string Of(params string[] path)
    {
        if (table.Text(["useridentity", .. path]) is { } text)
            return text;
        // Older statements have the provider's data as a map.
        return table.Type("useridentity")?.Find(path.AsSpan(..^1)) is { } owner && IsMap(owner, path[^1])
            ? $"CAST(element_at({Names(path[..^1])}, {SqlText.Literal(ColumnSpelling.Of(path[^1]))}) AS varchar)" : None;
    }

    private static string Names(params string[] path) => string.Join('.', path.Prepend("useridentity").Select(SqlText.Name));

    private static bool IsMap(HiveType type, string member) => type is { Name: "map" } && member == Provider;

    private string MayBeNamedAside(string aside) =>
        $"coalesce({Of("username")}, '') = '' AND {SqlText.Like(SqlText.Folded(aside), "%username%")}";

    // Once, spelled as documented, a text, and without escapes.
    private static string IsPlain(string aside) =>
        $"({SqlText.Like(aside, "{%\"UserName\":\"%}")} AND NOT {SqlText.Like(SqlText.Folded(aside), "%username%username%")}"
        + $" AND NOT {SqlText.Like(aside, "%" + SqlText.LikeLiteral("\\") + "%")})";

    private static string IsOfService(string arn) =>
        $"({SqlText.Folded(arn)} LIKE 'arn:%' AND split_part({arn}, ':', 3) = 'iam' AND split_part({arn}, ':', 6) LIKE 'role/aws-service-role/%')";

    private static string Filled(string sql) => $"nullif({sql}, '')";
}
