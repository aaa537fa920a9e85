using System.Management.Automation;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the log files a trail holds, unread.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailLog", DefaultParameterSetName = PathSet)]
[OutputType(typeof(TrailLog))]
public sealed class GetIncidentTrailLogCommand : TrailCoverageCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private LocalPaths? _local;
    private LogListing? _listing;

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
    [ValidateNotNullOrEmpty]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions, by the folder.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
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
    protected override void BeginProcessing()
    {
        PublishCoverage();
        _local = new LocalPaths(this);
        // In a bucket the list goes on for the slack behind the window, so that the logs hold all its events.
        var local = ParameterSetName is not (BucketSet or TrailSet);
        _listing = new LogListing(
            new LogFilter(
                AccountId, Region, local ? Bound(nameof(StartTime), StartTime) : null,
                local ? Bound(nameof(EndTime), EndTime) : null, IncludeSkipped),
            Coverage);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName is BucketSet or TrailSet)
        {
            CheckBucket();
            WriteBucket();
            return;
        }
        var paths = ParameterSetName == LiteralPathSet
            ? LiteralPath.SelectMany(p => _local!.OfLiteral(p))
            : Path.SelectMany(p => _local!.OfPattern(p));
        var source = new FileSource([.. paths]);
        Write(source.Name, source.List(StopToken));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _listing!.Finish();

    private void WriteBucket() => Open(
        () => ParameterSetName == TrailSet
            ? OpenTrail(IncludeSkipped)
            : AwsAdapter.Connector.OpenBucket(Connection, Bucket(BucketName, Key.Length > 0 ? Key : null, IncludeSkipped), StopToken),
        source => Write(source.Name, source.ListAsync(Query(), Coverage, StopToken).ToBlockingEnumerable(StopToken)));

    private TrailQuery Query() => new()
    {
        AccountId = AccountId, Region = Region, StartTimeUtc = Bound(nameof(StartTime), StartTime),
        EndTimeUtc = Bound(nameof(EndTime), EndTime), EventCategory = ["*"],
    };

    private void Write(string source, IEnumerable<TrailSourceItem> items)
    {
        foreach (var item in _listing!.Of(source, items))
        {
            if (item.Notice is { } notice)
                Write(notice);
            else
                WriteObject(item.Log);
        }
    }

    private DateTime? Bound(string parameter, DateTime value) => IsBound(parameter) ? value.ToUniversalTime() : null;
}
