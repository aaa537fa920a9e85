using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>The filters of every cmdlet that reads events, whatever its sources. <c>QueryParameters</c> makes the query of them.</summary>
public abstract class TrailFilterCommand : TrailBucketCommand
{
    /// <summary>Names of API actions.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] EventName { get; set; } = [];

    /// <summary>Event sources, whole or short.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventSourceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] EventSource { get; set; } = [];

    /// <summary>Exact event ids.</summary>
    [Parameter]
    [TrailTexts]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] EventId { get; set; } = [];

    /// <summary>Access key ids.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] AccessKeyId { get; set; } = [];

    /// <summary>Error codes.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] ErrorCode { get; set; } = [];

    /// <summary>Only calls that failed; <c>-Failed:$false</c>: only those that did not.</summary>
    [Parameter]
    public SwitchParameter Failed { get; set; }

    /// <summary>Recipient accounts.</summary>
    [Parameter]
    [TrailTexts(Digits = 12)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions of the events.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Region { get; set; } = [];

    /// <summary>Callers: name, ARN, session name or issuer's ARN.</summary>
    [Parameter]
    [TrailTexts]
    [Alias("UserName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] Caller { get; set; } = [];

    /// <summary>Kinds of callers.</summary>
    [Parameter]
    [TrailNames(typeof(TrailCallerKind))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public TrailCallerKind[] CallerKind { get; set; } = [];

    /// <summary>Kinds of clients.</summary>
    [Parameter]
    [TrailNames(typeof(TrailClient))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public TrailClient[] Client { get; set; } = [];

    /// <summary>User agents.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] UserAgent { get; set; } = [];

    /// <summary>ARNs of resources or incident records.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>Source addresses: wildcards or CIDR blocks.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] SourceIPAddress { get; set; } = [];

    /// <summary>Kinds of access.</summary>
    [Parameter]
    [TrailNames(typeof(TrailAccess))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public TrailAccess[] Access { get; set; } = [];

    /// <summary>Categories of changes.</summary>
    [Parameter]
    [TrailNames(typeof(TrailCategory))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public TrailCategory[] Category { get; set; } = [];

    /// <summary>Only changes: everything but Read and List.</summary>
    [Parameter]
    public SwitchParameter Changes { get; set; }

    /// <summary>CloudTrail's categories of events.</summary>
    [Parameter]
    [TrailTexts]
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
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime StartTime { get; set; }

    /// <summary>The window as a span back from now.</summary>
    [Parameter]
    [TrailSpan]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan Last { get; set; }

    /// <summary>The window's end, exclusive.</summary>
    [Parameter]
    [TrailTime(IsEnd = true)]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime EndTime { get; set; }

    /// <summary>How many bytes one log may inflate to.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [PSDefaultValue(Help = "1GB")]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public long MaxInflatedSize { get; set; } = TrailQuery.DefaultMaxInflatedSize;

    /// <summary>The variable that receives the coverage; <c>+NAME</c> appends.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? CoverageVariable { get; set; }
}
