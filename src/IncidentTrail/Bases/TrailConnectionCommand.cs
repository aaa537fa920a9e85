using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>
/// The parameters of every cmdlet that asks AWS: whose credentials, and where to call, named as AWS.Tools' cmdlets name them.
/// <c>ConnectionParameters</c> reads them.
/// </summary>
public abstract class TrailConnectionCommand : PSCmdlet
{
    /// <summary>A profile; several only with Event history.</summary>
    [Parameter]
    [TrailTexts]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string[] ProfileName { get; set; } = [];

    /// <summary>The shared credentials file, or its folder.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id.</summary>
    [Parameter]
    [Alias("AK")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? SecretKey { get; set; }

    /// <summary>The session token of the access key.</summary>
    [Parameter]
    [Alias("ST")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? SessionToken { get; set; }

    /// <summary>An object that gives credentials: AWS.Tools', STS's, a hashtable or a PSCredential.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ObjectCompleter))]
    public object? Credential { get; set; }

    /// <summary>The endpoint of the service that is asked.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>The role that asks the service; several only with Event history.</summary>
    [Parameter]
    [TrailTexts]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] RoleArn { get; set; } = [];

    /// <summary>The role that reads the bucket.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? BucketRoleArn { get; set; }

    /// <summary>The external id that a role's trust policy asks for.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? ExternalId { get; set; }

    /// <summary>The session name of a role.</summary>
    [Parameter]
    [PSDefaultValue(Help = "IncidentTrail")]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string RoleSessionName { get; set; } = "IncidentTrail";

    /// <summary>The source identity of a role's session.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? SourceIdentity { get; set; }
}
