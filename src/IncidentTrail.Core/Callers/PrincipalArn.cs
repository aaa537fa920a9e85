namespace IncidentTrail.Callers;

/// <summary>
/// The parts of an ARN that names a caller: <c>arn:partition:service::account:kind/path/name[/session]</c>. Tolerant:
/// nothing but the colons and slashes is looked at.
/// </summary>
internal sealed record PrincipalArn(string Service, string AccountId, string Resource)
{
    private const int Parts = 6;

    public static PrincipalArn? Parse(string? text)
    {
        if (text is null || !text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = text.Split(':', Parts);
        return parts.Length == Parts ? new PrincipalArn(parts[2], parts[4], parts[5]) : null;
    }

    /// <summary>What comes before the first slash: <c>user</c>, <c>role</c>, <c>assumed-role</c>, <c>root</c>.</summary>
    public string Kind => Resource.Split('/')[0];

    /// <summary>The name after the path; for a role's session the role.</summary>
    public string Name => IsSession ? Resource.Split('/')[^2] : Resource.Split('/')[^1];

    /// <summary>The name of a role's session.</summary>
    public string? Session => IsSession ? Resource.Split('/')[^1] : null;

    public TrailCallerKind CallerKind => Kind switch
    {
        "root" => TrailCallerKind.Root,
        "user" => TrailCallerKind.IamUser,
        "role" => TrailCallerKind.Role,
        "assumed-role" => TrailCallerKind.AssumedRole,
        "federated-user" => TrailCallerKind.FederatedUser,
        _ => TrailCallerKind.Unknown,
    };

    /// <summary>A role in the path that only IAM Identity Center can create roles in.</summary>
    public bool IsPermissionSetRole => IsRoleIn("aws-reserved/sso.amazonaws.com/");

    /// <summary>A role in the path that only AWS services can create roles in.</summary>
    public bool IsServiceLinkedRole => IsRoleIn("aws-service-role/");

    private bool IsSession => Kind == "assumed-role" && Resource.Split('/').Length > 2;

    // Whole segments from the start: a customer may have a path that only contains the reserved one.
    private bool IsRoleIn(string path) =>
        Service == "iam" && Resource.StartsWith("role/" + path, StringComparison.Ordinal);
}
