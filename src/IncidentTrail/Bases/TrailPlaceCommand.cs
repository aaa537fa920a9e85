using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Bases;

namespace IncidentTrail.PowerShell;

/// <summary>
/// The parameters of every cmdlet that reaches a bucket: which bucket or trail, whose credentials, and where to call, named as
/// AWS.Tools' cmdlets name them. <c>IntegritySources</c> reads them, and <c>ConnectionParameters</c>.
/// </summary>
public abstract class TrailPlaceCommand : PSCmdlet, IConnectionGiven
{
    /// <summary>The bucket, or the ARN or alias of an access point.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string BucketName { get; set; } = "";

    /// <summary>The trail, by name or ARN.</summary>
    [Parameter(ParameterSetName = ParameterSets.Trail, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string TrailName { get; set; } = "";

    /// <summary>What stands before AWSLogs in the keys.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? KeyPrefix { get; set; }

    /// <summary>Only the folder of this organization.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? OrganizationId { get; set; }

    /// <summary>Pays for the requests, as a bucket whose requester pays asks for.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [ValidateSet("requester")]
    public string? RequestPayer { get; set; }

    /// <summary>How many logs are fetched at once.</summary>
    [Parameter]
    [ValidateRange(1, CmdletLimits.MostDownloads)]
    [PSDefaultValue(Help = "64")]
    public int ThrottleLimit { get; set; }

    /// <summary>A profile; several only with Event history.</summary>
    [Parameter]
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
    public object? Credential { get; set; }

    /// <summary>The endpoint of the service that is the source.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>The role that calls CloudTrail's API; several only with Event history.</summary>
    [Parameter]
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
