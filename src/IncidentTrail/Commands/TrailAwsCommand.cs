using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>Whose credentials a cmdlet uses, and where it calls: named as AWS.Tools' cmdlets name them.</summary>
public abstract class TrailAwsCommand : TrailCommand
{
    private TrailConnection? _connection;

    /// <summary>A profile; several only with Event history.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ValidateNotNullOrEmpty]
    public string[] ProfileName { get; set; } = [];

    /// <summary>The shared credentials file, or its folder.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id.</summary>
    [Parameter]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    /// <summary>The session token of the access key.</summary>
    [Parameter]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    /// <summary>An object that gives credentials: AWS.Tools', STS's, a hashtable or a PSCredential.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>The endpoint of the service that is the source.</summary>
    [Parameter]
    public string? EndpointUrl { get; set; }

    /// <summary>The role that calls CloudTrail's API; several only with Event history.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RoleArn { get; set; } = [];

    /// <summary>The role that reads the bucket.</summary>
    [Parameter]
    public string? BucketRoleArn { get; set; }

    /// <summary>The external id that a role's trust policy asks for.</summary>
    [Parameter]
    public string? ExternalId { get; set; }

    /// <summary>The session name of a role.</summary>
    [Parameter]
    [PSDefaultValue(Help = "IncidentTrail")]
    public string RoleSessionName { get; set; } = "IncidentTrail";

    /// <summary>The source identity of a role's session.</summary>
    [Parameter]
    public string? SourceIdentity { get; set; }

    /// <summary>The connection that the bound parameters and the session name; one for the cmdlet's whole life.</summary>
    private protected TrailConnection Connection => _connection ??= MakeConnection();

    private TrailConnection MakeConnection()
    {
        var given = Credential is null ? null : CredentialObject.Reader(Credential);
        if (Credential is not null && given is null)
        {
            throw new TrailSourceException(new TrailFault(
                TrailFaultKind.Argument, nameof(Credential),
                $"-Credential holds no AWS credentials that can be read: it is a {TypeName(Credential)}.",
                "Give what New-AWSCredential, Get-AWSCredential or Use-STSRole returns, a hashtable with AccessKey, SecretKey and "
                + "SessionToken, or a PSCredential of access key and secret key."));
        }

        return new TrailConnection
        {
            AccessKey = AccessKey, SecretKey = SecretKey, SessionToken = SessionToken, Credential = given,
            ProfileName = ProfileName.FirstOrDefault(),
            ProfileLocation = ProfileLocation is { Length: > 0 } location ? GetUnresolvedProviderPathFromPSPath(location) : null,
            SessionCredential = AwsSession.Credential(SessionState, InvokeCommand),
            SessionRegion = AwsSession.Region(SessionState), EndpointUrl = EndpointUrl,
            Proxy = SessionProxy.Of(SessionState),
            RoleArn = RoleArn.FirstOrDefault(), BucketRoleArn = BucketRoleArn,
            ExternalId = ExternalId, RoleSessionName = RoleSessionName, SourceIdentity = SourceIdentity,
            MfaCode = serial => MfaPrompt.Ask(Host, serial),
            Verbose = WriteVerbose,
        };
    }

    private static string TypeName(object value) => (value is PSObject wrapped ? wrapped.BaseObject : value).GetType().Name;
}
