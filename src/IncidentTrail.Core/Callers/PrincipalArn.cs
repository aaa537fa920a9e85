namespace IncidentTrail.Callers;

/// <summary>
/// The parts of an ARN that names a caller: <c>arn:partition:service::account:kind/path/name[/session]</c>. Tolerant:
/// nothing but the colons and slashes is looked at.
/// </summary>
internal readonly struct PrincipalArn
{
    private const int Parts = 6;
    private const int ServicePart = 2;
    private const int AccountPart = 4;
    private readonly string _text;
    private readonly Range _service;
    private readonly Range _account;
    private readonly int _resource;

    private PrincipalArn(string text, ReadOnlySpan<Range> parts)
    {
        _text = text;
        _service = parts[ServicePart];
        _account = parts[AccountPart];
        _resource = parts[^1].Start.Value;
    }

    public static PrincipalArn? Parse(string? text)
    {
        if (text is null || !text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
            return null;
        Span<Range> parts = stackalloc Range[Parts];
        return text.AsSpan().Split(parts, ':') == Parts ? new PrincipalArn(text, parts) : null;
    }

    public string AccountId => _text[_account];

    /// <summary>What comes before the first slash: <c>user</c>, <c>role</c>, <c>assumed-role</c>, <c>root</c>.</summary>
    public ReadOnlySpan<char> Kind => Resource.IndexOf('/') is var slash and >= 0 ? Resource[..slash] : Resource;

    /// <summary>The name after the path; for a role's session the role.</summary>
    public string Name => new(IsSession ? AfterSlash(Resource[..Resource.LastIndexOf('/')]) : AfterSlash(Resource));

    /// <summary>The name of a role's session.</summary>
    public string? Session => IsSession ? new string(AfterSlash(Resource)) : null;

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
    public bool IsPermissionSetRole => IsRoleIn("role/aws-reserved/sso.amazonaws.com/");

    /// <summary>A role in the path that only AWS services can create roles in.</summary>
    public bool IsServiceLinkedRole => IsRoleIn("role/aws-service-role/");

    private ReadOnlySpan<char> Resource => _text.AsSpan(_resource);

    private bool IsSession => Kind is "assumed-role" && Resource.Count('/') > 1;

    private static ReadOnlySpan<char> AfterSlash(ReadOnlySpan<char> path) => path[(path.LastIndexOf('/') + 1)..];

    // Whole segments from the start: a customer may have a path that only contains the reserved one.
    private bool IsRoleIn(string path) => _text.AsSpan()[_service] is "iam" && Resource.StartsWith(path);
}
