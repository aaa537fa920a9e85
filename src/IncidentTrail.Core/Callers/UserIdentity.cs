using System.Text;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Callers;

/// <summary>
/// CloudTrail's <c>userIdentity</c> as it comes: any field may be missing, empty, or of another type than documented;
/// the whole may be an object, JSON inside text, or plain text.
/// </summary>
internal sealed class UserIdentity
{
    // In the order of their values, which begin with 0.
    private static readonly string[] s_kinds = Enum.GetNames<TrailCallerKind>();

    private UserIdentity(object? element, string? nameAside)
    {
        NameAside = nameAside;
        var identity = Field.Object(element);
        var session = Field.Object(identity?["sessionContext"]);
        var issuer = Field.Object(session?["sessionIssuer"]);
        var attributes = Field.Object(session?["attributes"]);
        PlainText = identity is null ? Field.Text(element) : null;
        Type = Field.Text(identity, "type");
        UserName = Field.Text(identity, "userName");
        PrincipalId = Field.Text(identity, "principalId");
        ArnText = Field.Text(identity, "arn") ?? (PrincipalArn.Parse(PlainText) is null ? null : PlainText);
        Arn = PrincipalArn.Parse(ArnText);
        AccountId = Field.Text(identity, "accountId");
        AccessKeyId = Field.Text(identity, "accessKeyId");
        InvokedBy = Field.Text(identity, "invokedBy");
        OnBehalfOfUser = Field.Text(identity?["onBehalfOf"], "userId");
        HasOnBehalfOf = OnBehalfOfUser is not null || Field.Text(identity?["onBehalfOf"], "identityStoreArn") is not null;
        IssuerType = Field.Text(issuer, "type");
        IssuerName = Field.Text(issuer, "userName");
        IssuerArnText = Field.Text(issuer, "arn");
        IssuerArn = PrincipalArn.Parse(IssuerArnText);
        IssuerAccountId = Field.Text(issuer, "accountId");
        SourceIdentity = Field.Text(session, "sourceIdentity");
        FederatedProvider = Field.Text(session?["webIdFederationData"], "federatedProvider");
        IsAssumedRoot = Field.Flag(session?["assumedRoot"]) == true;
        HasSessionAttributes = attributes is { Count: > 0 };
        MfaAuthenticated = Field.Flag(attributes?["mfaAuthenticated"]);
    }

    private UserIdentity(in PlainIdentity identity, string? nameAside)
    {
        var pool = TextPool.OfThread;
        NameAside = nameAside;
        Type = Repeated(identity, IdentityField.Type, pool);
        UserName = Repeated(identity, IdentityField.UserName, pool);
        PrincipalId = Own(identity, IdentityField.PrincipalId);
        ArnText = Own(identity, IdentityField.Arn);
        Arn = PrincipalArn.Parse(ArnText);
        AccountId = Repeated(identity, IdentityField.AccountId, pool);
        AccessKeyId = Own(identity, IdentityField.AccessKeyId);
        InvokedBy = Repeated(identity, IdentityField.InvokedBy, pool);
        OnBehalfOfUser = Repeated(identity, IdentityField.OnBehalfOfUser, pool);
        HasOnBehalfOf = OnBehalfOfUser is not null || !identity.Text(IdentityField.OnBehalfOfStore).IsEmpty;
        IssuerType = Repeated(identity, IdentityField.IssuerType, pool);
        IssuerName = Repeated(identity, IdentityField.IssuerName, pool);
        IssuerArnText = Repeated(identity, IdentityField.IssuerArn, pool);
        IssuerArn = PrincipalArn.Parse(IssuerArnText);
        IssuerAccountId = Repeated(identity, IdentityField.IssuerAccountId, pool);
        SourceIdentity = Repeated(identity, IdentityField.SourceIdentity, pool);
        FederatedProvider = Repeated(identity, IdentityField.FederatedProvider, pool);
        IsAssumedRoot = identity.Flag(IdentityField.AssumedRoot) == true;
        HasSessionAttributes = identity.HasAttributes;
        MfaAuthenticated = identity.Flag(IdentityField.MfaAuthenticated);
    }

    /// <summary>Reads an identity.</summary>
    /// <param name="json">Its JSON; empty where it is missing.</param>
    /// <param name="nameAside">The name that <c>additionalEventData</c> tells.</param>
    public static UserIdentity Read(ReadOnlySpan<byte> json, string? nameAside) =>
        PlainIdentity.TryRead(json, out var plain) ? new UserIdentity(plain, nameAside) : ReadAny(json, nameAside);

    /// <summary>The same, for whatever is written where an identity belongs.</summary>
    internal static UserIdentity ReadAny(ReadOnlySpan<byte> json, string? nameAside) =>
        new(json.IsEmpty ? null : TrailValue.Parse(json), nameAside);

    /// <summary>The element where it is text and no JSON.</summary>
    public string? PlainText { get; }

    /// <summary>The name that <c>additionalEventData</c> tells of a sign-in to Identity Center.</summary>
    public string? NameAside { get; }

    public string? Type { get; }

    public string? UserName { get; }

    public string? PrincipalId { get; }

    public string? ArnText { get; }

    public PrincipalArn? Arn { get; }

    public string? AccountId { get; }

    public string? AccessKeyId { get; }

    public string? InvokedBy { get; }

    public string? OnBehalfOfUser { get; }

    public bool HasOnBehalfOf { get; }

    public string? IssuerType { get; }

    public string? IssuerName { get; }

    public string? IssuerArnText { get; }

    public PrincipalArn? IssuerArn { get; }

    public string? IssuerAccountId { get; }

    public string? SourceIdentity { get; }

    public string? FederatedProvider { get; }

    public bool IsAssumedRoot { get; }

    public bool HasSessionAttributes { get; }

    public bool? MfaAuthenticated { get; }

    /// <summary>What the record calls the caller's kind; null where it says nothing.</summary>
    public TrailCallerKind? StatedKind => Type is null ? null : KindOf(Type);

    /// <summary>The role behind the caller: the session's issuer, or the caller itself where it is a role.</summary>
    public PrincipalArn? Role => IssuerArn ?? (Arn is { Kind: "role" } ? Arn : null);

    /// <summary>Whether anything but an account and a service is named.</summary>
    public bool NamesSomebody => UserName is not null || PrincipalId is not null || ArnText is not null;

    private static TrailCallerKind KindOf(string type)
    {
        for (var kind = 0; kind < s_kinds.Length; kind++)
        {
            if (type.Equals(s_kinds[kind], StringComparison.OrdinalIgnoreCase))
                return (TrailCallerKind)kind;
        }
        return TrailCallerKind.Unknown;
    }

    private static string? Repeated(in PlainIdentity identity, IdentityField field, TextPool pool) =>
        identity.Text(field) is { IsEmpty: false } text ? pool.Get(text) : null;

    private static string? Own(in PlainIdentity identity, IdentityField field) =>
        identity.Text(field) is { IsEmpty: false } text ? Encoding.Latin1.GetString(text) : null;
}
