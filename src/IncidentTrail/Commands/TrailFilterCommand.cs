using System.Management.Automation;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>The filters that every cmdlet which reads events shares.</summary>
public abstract class TrailFilterCommand : TrailCoverageCommand
{
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

    /// <summary>How many bytes one log may inflate to.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [PSDefaultValue(Help = "1GB")]
    public long MaxInflatedSize { get; set; } = TrailQuery.DefaultMaxInflatedSize;

    /// <summary>The query of the bound parameters; ends the cmdlet where it makes no sense.</summary>
    private protected TrailQuery MakeQuery(long? maxEvents = null, bool oldest = false)
    {
        DateTime? start = IsBound(nameof(StartTime)) ? StartTime.ToUniversalTime() : null;
        DateTime? end = IsBound(nameof(EndTime)) ? EndTime.ToUniversalTime() : null;
        if (start >= end)
        {
            ThrowTerminatingError(TrailErrors.Argument(
                nameof(EndTime), $"-EndTime ({end:u}) is not after -StartTime ({start:u}): the window is empty."));
        }
        return new TrailQuery
        {
            EventName = EventName, EventSource = EventSource, EventId = EventId, AccessKeyId = AccessKeyId,
            ErrorCode = ErrorCode, AccountId = AccountId, Region = Region, Caller = Caller, ResourceArn = ResourceArn,
            SourceIPAddress = SourceIPAddress, Access = Access, Category = Category, ChangesOnly = Changes,
            EventCategory = EventCategory, AllServices = AllServices, StartTimeUtc = start, EndTimeUtc = end,
            Failed = IsBound(nameof(Failed)) ? Failed.IsPresent : null, MaxInflatedSize = MaxInflatedSize,
            MaxEvents = maxEvents, Oldest = oldest, ThrottleLimit = BoundThrottleLimit,
        };
    }

    /// <summary>A session for the query; a filter that cannot be understood ends the cmdlet.</summary>
    private protected TrailSession OpenSession(TrailQuery query)
    {
        try
        {
            return new TrailSession(query, Coverage);
        }
        catch (FormatException e)
        {
            ThrowTerminatingError(TrailErrors.Argument(nameof(SourceIPAddress), e.Message));
            throw;
        }
    }

    /// <summary>A Region nobody knows is asked for all the same; a misspelt one deserves a hint.</summary>
    private protected void HintAtRegions()
    {
        foreach (var region in Region)
        {
            if (RegionHint.For(region) is { } hint)
                WriteWarning(hint);
        }
    }
}
