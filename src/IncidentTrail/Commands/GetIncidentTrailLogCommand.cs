using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the log files a trail holds, unread.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailLog", DefaultParameterSetName = PathSet)]
[OutputType(typeof(TrailLog))]
public sealed class GetIncidentTrailLogCommand : TrailBucketCommand
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
    protected override void BeginProcessing() => _local = new LocalPaths(this);

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
        Write(
            new FileSource([.. paths]).List(StopToken),
            new LogFilter(AccountId, Region, Bound(nameof(StartTime), StartTime), Bound(nameof(EndTime), EndTime), IncludeSkipped));
    }

    private void WriteBucket()
    {
        try
        {
            using var source = (IDisposable)(ParameterSetName == TrailSet
                ? OpenTrail(IncludeSkipped)
                : AwsAdapter.Connector.OpenBucket(Connection, Bucket(BucketName, Key.Length > 0 ? Key : null, IncludeSkipped), StopToken));
            // The list goes on for the slack behind the window, so that the logs hold all its events.
            Write(
                ((ITrailSource)source).ListAsync(Query(), new TrailCoverage(), StopToken).ToBlockingEnumerable(StopToken),
                new LogFilter(AccountId, Region, null, null, IncludeSkipped));
        }
        catch (TrailSourceException e)
        {
            WriteError(TrailErrors.Record(e.Fault));
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private TrailQuery Query() => new()
    {
        AccountId = AccountId, Region = Region, StartTimeUtc = Bound(nameof(StartTime), StartTime),
        EndTimeUtc = Bound(nameof(EndTime), EndTime), EventCategory = ["*"],
    };

    private void Write(IEnumerable<TrailSourceItem> items, LogFilter filter)
    {
        foreach (var item in items)
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
