using static IncidentTrail.SampleTrail.Identities;
using static IncidentTrail.SampleTrail.Places;

namespace IncidentTrail.SampleTrail;

/// <summary>The people, all invented, and those who would like to be taken for them.</summary>
internal static class People
{
    private const string ReservedPath = "/aws-reserved/sso.amazonaws.com/";
    private const string Responder = "AWSReservedSSO_IncidentResponder_0123456789abcdef";

    /// <summary>First on call. Signs in through Identity Center and works in the console.</summary>
    public static readonly Caller NikkiWolf = new("AssumedRole", "nikki_wolf",
        at => Role(Operations, ReservedPath, Responder, "nikki_wolf", at), "192.0.2.24", Agents.Browser)
    { IsIdentityCenterUser = true, FromConsole = true };

    /// <summary>
    /// Second on call and incident commander: a role assumed on the command line, with a source identity.
    /// </summary>
    public static readonly Caller MarthaRivera = new("AssumedRole", "IncidentCommander/martha_rivera",
        at => Role(Operations, "/", "IncidentCommander", "martha_rivera", at,
            sourceIdentity: "martha_rivera@example.com", mfa: "true"), "198.51.100.17", Agents.Cli);

    /// <summary>Application engineer. Her Identity Center session names the directory's user in onBehalfOf.</summary>
    public static readonly Caller JaneRoe = new("AssumedRole", "jane_roe",
        at => Role(Operations, ReservedPath + "eu-west-1/", "AWSReservedSSO_ApplicationSupport_fedcba9876543210",
            "jane_roe",
            at, onBehalfOf: new
            {
                userId = Ids.Uuid("jane_roe in the directory"),
                identityStoreArn = $"arn:aws:identitystore::{Operations}:identitystore/d-9067000000",
            }), "2001:db8:5::1f", Agents.PowerShell)
    { IsIdentityCenterUser = true };

    /// <summary>An IAM user at the console, whose calls the console makes with the user agent of a service.</summary>
    public static readonly Caller MaryMajor = new("IamUser", "mary_major",
        at => IamUser(Operations, "mary_major", at), "203.0.113.45", Agents.Internal)
    { FromConsole = true };

    public static readonly Caller MaryMajorInCloudShell = MaryMajor with { Agent = Agents.CloudShell };

    public static readonly Caller MaryMajorInBrowser = MaryMajor with { Agent = Agents.Browser };

    public static readonly Caller MaryMajorSigningIn = new("IamUser", "mary_major",
        _ => IamUserSigningIn(Operations, "mary_major"), "203.0.113.45", Agents.Browser);

    /// <summary>An IAM user with a long-term key and no right to start incidents.</summary>
    public static readonly Caller JohnStiles = new("IamUser", "john_stiles",
        _ => IamUser(Operations, "john_stiles"), "203.0.113.77", Agents.Cli);

    /// <summary>An IAM user with a long-term key who tidies up contacts.</summary>
    public static readonly Caller RichardRoe = new("IamUser", "richard_roe",
        _ => IamUser(Operations, "richard_roe"), "198.51.100.203", "Apache-HttpClient/UNAVAILABLE (Java/1.8.0_282)");

    public static readonly Caller Root = new("Root", null,
        at => Identities.Root(Operations, at), "192.0.2.10", Agents.Browser)
    { IsRoot = true, FromConsole = true };

    /// <summary>
    /// Root created a stack, and CloudFormation passes the calls on: nobody signed in to make this one.
    /// </summary>
    public static readonly Caller RootThroughCloudFormation = new("Root", null,
        at => Identities.Root(Operations, at, "cloudformation.amazonaws.com"),
        "cloudformation.amazonaws.com", "cloudformation.amazonaws.com")
    { IsRoot = true, ViaService = true };

    /// <summary>
    /// A role that only looks like Identity Center's: anybody may name a role so, but not under that path.
    /// </summary>
    public static readonly Caller ForgedNikkiWolf = new("AssumedRole",
        "AWSReservedSSO_AdministratorAccess_0011223344556677/nikki_wolf",
        at => Role(Application, "/", "AWSReservedSSO_AdministratorAccess_0011223344556677", "nikki_wolf",
            at), "203.0.113.199", Agents.Python);
}
