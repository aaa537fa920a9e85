using System.Globalization;

namespace IncidentTrail.SampleTrail;

/// <summary>The forms of userIdentity that CloudTrail documents, with ids made from the names.</summary>
internal static class Identities
{
    /// <summary>Sessions last six hours, and somebody signs in a little before the first call of each.</summary>
    private static string SessionStart(DateTimeOffset at)
    {
        var quarterOfDay = new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour / 6 * 6, 0, 0, TimeSpan.Zero);
        return quarterOfDay.AddSeconds(-1068).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    public static object IamUser(string account, string name, DateTimeOffset? session = null) => new
    {
        type = "IAMUser",
        principalId = Ids.Principal("AIDA", name),
        arn = $"arn:aws:iam::{account}:user/{name}",
        accountId = account,
        accessKeyId = session is null
            ? Ids.AccessKey("AKIA", name)
            : Ids.AccessKey("ASIA", name + SessionStart(session.Value)),
        userName = name,
        sessionContext = session is null ? null : new
        {
            sessionIssuer = new { },
            webIdFederationData = new { },
            attributes = new { creationDate = SessionStart(session.Value), mfaAuthenticated = "true" },
        },
    };

    /// <summary>Before the sign-in there is no access key to name.</summary>
    public static object IamUserSigningIn(string account, string name) => new
    {
        type = "IAMUser",
        principalId = Ids.Principal("AIDA", name),
        arn = $"arn:aws:iam::{account}:user/{name}",
        accountId = account,
        userName = name,
    };

    public static object Root(string account, DateTimeOffset at, string? invokedBy = null) => new
    {
        type = "Root",
        principalId = account,
        arn = $"arn:aws:iam::{account}:root",
        accountId = account,
        accessKeyId = Ids.AccessKey("ASIA", "root" + account + SessionStart(at)),
        sessionContext = new
        {
            sessionIssuer = new { },
            webIdFederationData = new { },
            attributes = new { creationDate = SessionStart(at), mfaAuthenticated = "true" },
        },
        invokedBy,
    };

    /// <param name="path">The role's path: <c>/</c>, or one that AWS reserves for itself.</param>
    public static object Role(string account, string path, string role, string session, DateTimeOffset at,
        string? invokedBy = null, string? sourceIdentity = null, object? onBehalfOf = null, string mfa = "false") => new
        {
            type = "AssumedRole",
            principalId = Ids.Principal("AROA", account + path + role) + ":" + session,
            arn = $"arn:aws:sts::{account}:assumed-role/{role}/{session}",
            accountId = account,
            accessKeyId = path.StartsWith("/aws-service-role/", StringComparison.Ordinal)
            ? null
            : Ids.AccessKey("ASIA", account + role + session + SessionStart(at)),
            sessionContext = new
            {
                sessionIssuer = new
                {
                    type = "Role",
                    principalId = Ids.Principal("AROA", account + path + role),
                    arn = $"arn:aws:iam::{account}:role{path}{role}",
                    accountId = account,
                    userName = role,
                },
                webIdFederationData = new { },
                attributes = new { creationDate = SessionStart(at), mfaAuthenticated = mfa },
                sourceIdentity,
            },
            invokedBy,
            onBehalfOf,
        };

    public static object Service(string name) => new { type = "AWSService", invokedBy = name };

    /// <summary>What the called account's record shows of a caller in another account.</summary>
    public static object OtherAccount(string account, string principalId) => new
    {
        type = "AWSAccount",
        principalId,
        accountId = account,
    };
}
