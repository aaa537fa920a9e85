using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the log files a trail holds, unread.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailLog", DefaultParameterSetName = PathSet)]
[OutputType(typeof(TrailLog))]
public sealed class GetIncidentTrailLogCommand : TrailCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private LocalPaths? _local;

    /// <summary>Log files or folders; wildcards allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Log files or folders, as they are written.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Accounts, by the folder.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions, by the folder.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <summary>Logs delivered from this instant on.</summary>
    [Parameter]
    [TrailTime]
    public DateTime StartTime { get; set; }

    /// <summary>Logs delivered before this instant.</summary>
    [Parameter]
    [TrailTime(IsEnd = true)]
    public DateTime EndTime { get; set; }

    /// <summary>Digests, and logs of other services, too.</summary>
    [Parameter]
    public SwitchParameter IncludeSkipped { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _local = new LocalPaths(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var paths = ParameterSetName == LiteralPathSet
            ? LiteralPath.SelectMany(p => _local!.OfLiteral(p))
            : Path.SelectMany(p => _local!.OfPattern(p));
        var filter = new LogFilter(AccountId, Region, Bound(nameof(StartTime), StartTime), Bound(nameof(EndTime), EndTime), IncludeSkipped);
        foreach (var item in new FileSource([.. paths]).List(StopToken))
        {
            if (item.Notice is { } notice)
                Write(notice);
            else if (filter.IsWanted(item))
                WriteObject(item.Log);
        }
    }

    private DateTime? Bound(string parameter, DateTime value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value.ToUniversalTime() : null;
}
