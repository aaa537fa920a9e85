using System.Management.Automation;
using IncidentTrail.Filtering;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Bases;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sources.Listing;
using IncidentTrail.Sources.Names;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the log files a trail holds, unread.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailLog", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(TrailLog))]
public sealed class GetIncidentTrailLogCommand : TrailBucketCommand, IDisposable
{
    private readonly TrailCoverage _coverage = new();
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;
    private readonly AwsSources _aws;
    private readonly LocalPaths _paths;
    private readonly BinaryText _binary;
    private GivenLogs? _given;
    private TrailQuery _query = new();
    private LogListing? _listing;
    private bool _hasGiven;

    /// <summary>Makes the cmdlet.</summary>
    public GetIncidentTrailLogCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _run = new CmdletRun(_cmdlet, _coverage);
        _aws = new AwsSources(this, _run, new AwsSession(this));
        _paths = new LocalPaths(this, _run.Report);
        _binary = new BinaryText(_paths, _run.Report);
    }

    /// <summary>Log files or folders; wildcards allowed.</summary>
    [Parameter(
        ParameterSetName = ParameterSets.Path, Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = CmdletRemedies.PathTakes)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Log files or folders, as they are written.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Logs, or events whose logs are wanted.</summary>
    [Parameter(ParameterSetName = ParameterSets.InputObject, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TrailInput]
    [ArgumentCompleter(typeof(ObjectCompleter))]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>Accounts, by the folder.</summary>
    [Parameter]
    [TrailTexts(Digits = 12)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions, by the folder.</summary>
    [Parameter]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Region { get; set; } = [];

    /// <summary>The first instant of the window of events.</summary>
    [Parameter]
    [TrailTime]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime StartTime { get; set; }

    /// <summary>The end of the window of events.</summary>
    [Parameter]
    [TrailTime(IsEnd = true)]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime EndTime { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [Parameter(ParameterSetName = ParameterSets.LiteralPath)]
    [Parameter(ParameterSetName = ParameterSets.InputObject)]
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [TrailSpan]
    [ArgumentCompleter(typeof(SpanCompleter))]
    [PSDefaultValue(Help = "1 day")]
    public override TimeSpan DeliverySlack { get; set; } = TrailQuery.DefaultDeliverySlack;

    /// <summary>Digests, and logs of other services, too.</summary>
    [Parameter]
    public SwitchParameter IncludeSkipped { get; set; }

    /// <summary>The variable that receives the coverage; <c>+NAME</c> appends.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string? CoverageVariable { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        PatternTexts.Check(_cmdlet, (nameof(AccountId), AccountId), (nameof(Region), Region));
        var window = TimeWindow.Of(_cmdlet, StartTime, EndTime);
        _query = new TrailQuery
        {
            AccountId = AccountId, Region = Region, StartTimeUtc = window.StartUtc, EndTimeUtc = window.EndUtc,
            DeliverySlack = TimeWindow.Slack(_cmdlet, DeliverySlack), EventCategory = ["*"], ThrottleLimit = _aws.ThrottleLimit,
        };
        _listing = new LogListing(new LogFilter(_query), IncludeSkipped, _coverage);
        _given = new GivenLogs(_cmdlet.Name, _run.Report);
        TrailCoverageVariable.Set(_cmdlet, CoverageVariable, _coverage);
        QueryParameters.HintAtRegions(Region, _cmdlet);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ParameterSets.Bucket:
                _aws.Check();
                _run.Open(() => _aws.OpenBucket(BucketName, Key.Length > 0 ? Key : null, IncludeSkipped), Write);
                break;
            case ParameterSets.Trail:
                _aws.Check();
                _run.Open(() => _aws.OpenTrail(IncludeSkipped), Write);
                break;
            case ParameterSets.LiteralPath:
                WriteFiles(LiteralPath.SelectMany(_paths.OfLiteral));
                break;
            case ParameterSets.InputObject:
                foreach (var log in _listing!.Of(this, _given!.Of(InputObject, takesEvents: true)))
                    Give(log);
                break;
            default:
                WriteFiles(Path.Where(path => !_binary.Takes(path, isJson: false)).SelectMany(_paths.OfPattern));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _listing!.Finish();
        if (!_hasGiven && Unmatched.Of(_query, [], _coverage) is { } doubt)
            _run.Write(doubt);
        _aws.RemarkOnLimit();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private void WriteFiles(IEnumerable<string> paths) => Write(new FileSource([.. paths], MyInvocation.ExpectingInput ? this : null));

    private void Give(TrailLog log)
    {
        _hasGiven = true;
        WriteObject(log);
    }

    private void Write(ITrailSource source)
    {
        foreach (var (log, notice) in _listing!.Of(source, _query, _run.StopToken))
        {
            if (notice is not null)
                _run.Write(notice);
            else
                Give(log!);
        }
    }
}
