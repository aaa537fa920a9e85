using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell;

/// <summary>
/// The parameters of every cmdlet that reaches a bucket's logs: which bucket or trail, and how. <c>IntegritySources</c> and
/// <c>PlaceParameters</c> read them.
/// </summary>
public abstract class TrailPlaceCommand : TrailConnectionCommand
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
    [PSDefaultValue(Help = "128")]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public int ThrottleLimit { get; set; }
}
