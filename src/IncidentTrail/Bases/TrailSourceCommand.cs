using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell;

/// <summary>
/// The parameters of every cmdlet that reads events: files, text, logs, Event history beside buckets and trails, and the
/// filters. <c>SourceReading</c> reads them.
/// </summary>
public abstract class TrailSourceCommand : TrailBucketCommand
{
    /// <summary>Log files or folders; wildcards allowed.</summary>
    [Parameter(ParameterSetName = ParameterSets.Path, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [AllowEmptyString]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Log files or folders, as they are written.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Records as text.</summary>
    [Parameter(ParameterSetName = ParameterSets.Json, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CloudTrailEvent")]
    [ValidateNotNullOrEmpty]
    public string[] Json { get; set; } = [];

    /// <summary>Logs that Get-IncidentTrailLog found, or what else the cmdlet takes.</summary>
    [Parameter(ParameterSetName = ParameterSets.InputObject, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TrailInput]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>Reads CloudTrail's Event history; with a bucket or trail, what is not delivered there yet.</summary>
    [Parameter(ParameterSetName = ParameterSets.EventHistory, Mandatory = true)]
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    public SwitchParameter EventHistory { get; set; }

    /// <summary>Names of API actions.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] EventName { get; set; } = [];

    /// <summary>Event sources, whole or short.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventSourceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] EventSource { get; set; } = [];

    /// <summary>Exact event ids.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] EventId { get; set; } = [];

    /// <summary>Access key ids.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] AccessKeyId { get; set; } = [];

    /// <summary>Error codes.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] ErrorCode { get; set; } = [];

    /// <summary>Only calls that failed; <c>-Failed:$false</c>: only those that did not.</summary>
    [Parameter]
    public SwitchParameter Failed { get; set; }

    /// <summary>Recipient accounts.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions of the events.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Region { get; set; } = [];

    /// <summary>Callers: name, ARN, session name or issuer's ARN.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Caller { get; set; } = [];

    /// <summary>ARNs of resources or incident records.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>Source addresses: wildcards or CIDR blocks.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] SourceIPAddress { get; set; } = [];

    /// <summary>Kinds of access.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public TrailAccess[] Access { get; set; } = [];

    /// <summary>Categories of changes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public TrailCategory[] Category { get; set; } = [];

    /// <summary>Only changes: everything but Read and List.</summary>
    [Parameter]
    public SwitchParameter Changes { get; set; }

    /// <summary>CloudTrail's categories of events.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "Management, Data")]
    public string[] EventCategory { get; set; } = [];

    /// <summary>Events of every service.</summary>
    [Parameter]
    public SwitchParameter AllServices { get; set; }

    /// <summary>The window's first instant, inclusive.</summary>
    [Parameter]
    [TrailTime]
    public DateTime StartTime { get; set; }

    /// <summary>The window's end, exclusive.</summary>
    [Parameter]
    [TrailTime(IsEnd = true)]
    public DateTime EndTime { get; set; }

    /// <summary>Gives only what is in logs that are proven to be what CloudTrail signed.</summary>
    [Parameter]
    public SwitchParameter RequireValid { get; set; }

    /// <summary>Files of CloudTrail's public keys.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] PublicKeyPath { get; set; } = [];

    /// <summary>How many bytes one log may inflate to.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [PSDefaultValue(Help = "1GB")]
    public long MaxInflatedSize { get; set; } = TrailQuery.DefaultMaxInflatedSize;

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [Parameter(ParameterSetName = ParameterSets.LiteralPath)]
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [TrailSpan]
    [PSDefaultValue(Help = "1 day")]
    public override TimeSpan DeliverySlack { get; set; } = TrailQuery.DefaultDeliverySlack;

    /// <summary>The variable that receives the coverage; <c>+NAME</c> appends.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CoverageVariable { get; set; }
}
