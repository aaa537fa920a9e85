using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Bases;
using IncidentTrail.PowerShell.Completion;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the events of a trail as they are delivered.</summary>
[Cmdlet(VerbsCommon.Watch, "IncidentTrailEvent", DefaultParameterSetName = ParameterSets.Queue, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.None)]
[OutputType(typeof(TrailEvent))]
public sealed class WatchIncidentTrailEventCommand : TrailFilterCommand, IDisposable
{
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;
    private readonly AwsSources _aws;
    private readonly TrailCoverage _coverage = new();
    private WatchEnd? _end;
    private GivenCheckpoint? _checkpoint;

    /// <summary>Makes the cmdlet.</summary>
    public WatchIncidentTrailEventCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _run = new CmdletRun(_cmdlet, _coverage);
        _aws = new AwsSources(this, _run, new AwsSession(this));
    }

    /// <summary>The queue's URL, ARN or name.</summary>
    [Parameter(ParameterSetName = ParameterSets.Queue, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string QueueUrl { get; set; } = "";

    /// <summary>Leaves all messages in the queue.</summary>
    [Parameter(ParameterSetName = ParameterSets.Queue)]
    public SwitchParameter Peek { get; set; }

    /// <summary>Deletes messages whose logs are gone for good.</summary>
    [Parameter(ParameterSetName = ParameterSets.Queue)]
    public SwitchParameter SkipMissing { get; set; }

    /// <summary>Watches CloudTrail's Event history, for accounts without a trail.</summary>
    [Parameter(ParameterSetName = ParameterSets.EventHistory, Mandatory = true)]
    public SwitchParameter EventHistory { get; set; }

    /// <summary>Folders that fill.</summary>
    [Parameter(ParameterSetName = ParameterSets.Path, Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>How long the source is left alone before it is looked through again.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [TrailSpan]
    [ArgumentCompleter(typeof(SpanCompleter))]
    [PSDefaultValue(Help = "1 minute; of folders 2 seconds")]
    public TimeSpan PollInterval { get; set; }

    /// <summary>The file that keeps what was given.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>Ends after so many events.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public long MaxEvents { get; set; } = long.MaxValue;

    /// <summary>Ends after so long.</summary>
    [Parameter]
    [TrailSpan]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan Timeout { get; set; }

    /// <summary>Ends at this time.</summary>
    [Parameter]
    [TrailTime(IsEnd = true)]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime Until { get; set; }

    /// <summary>A file that is touched while the cmdlet runs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HeartbeatPath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        NoInput.Check(_cmdlet, "-QueueUrl, -BucketName, -TrailName, -EventHistory or -Path names what is watched");
        QueryParameters.HintAtRegions(Region, _cmdlet);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var now = DateTime.UtcNow;
        _end = new WatchEnd(EndOf(now), _run.StopToken);
        var query = QueryParameters.Query(this, _cmdlet, now, _cmdlet.Bound(nameof(MaxEvents), MaxEvents), oldest: false);
        var beaten = HeartbeatPath is null ? null : GetUnresolvedProviderPathFromPSPath(HeartbeatPath);
        if (beaten is not null && SamplePath.FaultOfWriting(HeartbeatPath!, beaten) is { } inSample)
            ThrowTerminatingError(TrailErrors.Record(inSample));
        var heart = new Heartbeat(_cmdlet, beaten);
        TrailCoverageVariable.Set(_cmdlet, CoverageVariable, _coverage);
        if (ParameterSetName != ParameterSets.Queue)
        {
            WatchListed(query, heart);
            return;
        }
        var reading = Reading(query, heart);
        WatchQueue(reading);
        reading.Finish();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose()
    {
        _end?.Dispose();
        _run.Dispose();
        _checkpoint?.Dispose();
    }

    private void WatchListed(TrailQuery query, Heartbeat heart)
    {
        var watch = new ListedWatch(
            this, _cmdlet, _run, _aws, Path, _cmdlet.Bound(nameof(PollInterval), PollInterval));
        watch.Check();
        if (!ShouldProcess(Watched, CheckpointPath is null ? "Give what comes" : $"Give what comes, and keep in {CheckpointPath} what was given"))
            return;
        _checkpoint = watch.Begin(query, CheckpointPath);
        var reading = Reading(query, heart);
        if (watch.Open() is { } open)
            reading.Watch(open);
        reading.Finish();
    }

    private void WatchQueue(WatchReading reading)
    {
        var queue = new TrailQueue { Name = QueueUrl, Peeks = Peek, SkipsMissing = SkipMissing, ThrottleLimit = _aws.ThrottleLimit };
        if (IsWhatIf)
            _run.Open(() => _aws.OpenQueue(queue), source => SayWhatWaits((QueueSource)source));
        else if (ShouldProcess(QueueUrl, Action))
            reading.Watch(() => _aws.OpenQueue(queue));
    }

    private string Watched => ParameterSetName switch
    {
        ParameterSets.Path => string.Join(", ", Path),
        ParameterSets.Bucket => BucketName,
        ParameterSets.Trail => TrailName,
        _ => "Event history",
    };

    private bool IsWhatIf => LanguagePrimitives.IsTrue(
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) ? given : GetVariableValue("WhatIfPreference"));

    private string Action => Peek ? "Receive messages" : "Receive and delete messages";

    private void SayWhatWaits(QueueSource source)
    {
        var standing = source.StandingAsync(_run.StopToken).GetAwaiter().GetResult();
        ShouldProcess($"{source.Name} ({standing?.ToString() ?? "what waits may not be asked"})", Action);
    }

    private WatchReading Reading(TrailQuery query, Heartbeat heart)
    {
        try
        {
            return new WatchReading(_run, query, _coverage, _end!, heart, _checkpoint, SeenValues.Note);
        }
        catch (FormatException e)
        {
            _cmdlet.ThrowTerminatingError(TrailErrors.Argument(nameof(SourceIPAddress), e.Message));
            throw;
        }
    }

    private DateTime? EndOf(DateTime nowUtc)
    {
        var timeout = _cmdlet.Bound(nameof(Timeout), Timeout);
        var until = _cmdlet.Bound(nameof(Until), Until)?.ToUniversalTime();
        if (timeout <= TimeSpan.Zero)
            _cmdlet.ThrowTerminatingError(TrailErrors.Argument(nameof(Timeout), "-Timeout is how long to watch, such as 20m."));
        if (until <= nowUtc)
        {
            _cmdlet.ThrowTerminatingError(TrailErrors.Argument(
                nameof(Until), FormattableString.Invariant($"-Until ({until:u}) has passed: give a time to come, or with -Timeout how long to watch.")));
        }
        var last = timeout < DateTime.MaxValue - nowUtc ? nowUtc + timeout : null;
        return until is null || last < until ? last : until;
    }
}
