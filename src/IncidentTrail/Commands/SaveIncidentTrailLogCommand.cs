using System.Management.Automation;
using IncidentTrail.Checkpoints;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Bases;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.PowerShell;

/// <summary>Saves the log files of a trail's bucket in a folder.</summary>
[Cmdlet(VerbsData.Save, "IncidentTrailLog", DefaultParameterSetName = ParameterSets.InputObject, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(TrailLog))]
public sealed class SaveIncidentTrailLogCommand : TrailBucketCommand, IDisposable
{
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;
    private readonly AwsSources _aws;
    private readonly PendingKeys _keys;
    private LogSaving? _saving;
    private GivenLogs? _given;
    private GivenCheckpoint? _checkpoint;
    private TrailLog? _firstFile;
    private long _files;

    /// <summary>Makes the cmdlet.</summary>
    public SaveIncidentTrailLogCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _run = new CmdletRun(_cmdlet);
        _aws = new AwsSources(this, _run, new AwsSession(this));
        _keys = new PendingKeys((bucket, keys) => _saving!.Save(() => _aws.OpenBucket(bucket, keys)));
    }

    /// <summary>Logs that Get-IncidentTrailLog found.</summary>
    [Parameter(ParameterSetName = ParameterSets.InputObject, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TrailInput(TakesOthers = true, Except = nameof(BucketName))]
    [ArgumentCompleter(typeof(ObjectCompleter))]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>The folder.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>Saves what CloudTrail's Event history answers.</summary>
    [Parameter(ParameterSetName = ParameterSets.EventHistory, Mandatory = true)]
    public SwitchParameter EventHistory { get; set; }

    /// <summary>Events of every service, from Event history.</summary>
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    public SwitchParameter AllServices { get; set; }

    /// <summary>Accounts, by the folder.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [TrailTexts(Digits = 12)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions, by the folder.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <summary>CloudTrail's categories of events.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventCategoryCompleter))]
    public string[] EventCategory { get; set; } = [];

    /// <summary>The first instant of the window of events.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [TrailTime]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime StartTime { get; set; }

    /// <summary>The end of the window of events.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [TrailTime(IsEnd = true)]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTime EndTime { get; set; }

    /// <summary>The file that keeps which logs were saved, so that only new ones are.</summary>
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>Replaces files that are not what the bucket holds now.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the saved logs.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (OtherPlace.FaultOfWriting(Destination) is { } elsewhere)
            ThrowTerminatingError(TrailErrors.Record(elsewhere));
        var folder = GetUnresolvedProviderPathFromPSPath(Destination);
        if (SamplePath.FaultOfWriting(Destination, folder) is { } inSample)
            ThrowTerminatingError(TrailErrors.Record(inSample));
        if (File.Exists(folder))
            ThrowTerminatingError(TrailErrors.Argument(nameof(Destination), $"-Destination is a file: {folder}. Name a folder."));
        ArchiveName.Refuse(this, Destination, folder, "A copy is a folder: name one, and pack it when it is whole.");
        _given = new GivenLogs(_cmdlet.Name, _run.Report);
        PatternTexts.Check(_cmdlet, (nameof(AccountId), AccountId), (nameof(Region), Region), (nameof(EventCategory), EventCategory));
        var window = TimeWindow.Of(_cmdlet, StartTime, EndTime);
        var query = new TrailQuery
        {
            AccountId = AccountId, Region = Region, EventCategory = EventCategory, AllServices = AllServices,
            ThrottleLimit = _aws.ThrottleLimit, StartTimeUtc = window.StartUtc, EndTimeUtc = window.EndUtc,
            DeliverySlack = TimeWindow.Slack(_cmdlet, DeliverySlack),
        };
        _checkpoint = GivenCheckpoint.Open(this, _cmdlet, CheckpointPath, () => CheckpointScope.Of(
            CheckpointScope.Logs, CheckpointSourceName.Of(this, _cmdlet), query));
        _aws.Checkpoint = _checkpoint?.Checkpoint;
        QueryParameters.HintAtRegions(Region, _cmdlet);
        try
        {
            _saving = new LogSaving(_run, query, folder, Force, PassThru, _checkpoint);
        }
        catch (TrailSourceException e)
        {
            // What was saved there cannot be told, and would be fetched again.
            ThrowTerminatingError(TrailErrors.Record(e.Fault));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ParameterSets.EventHistory)
        {
            _saving!.SaveHistory(() => _aws.OpenHistory());
            return;
        }
        _aws.Check();
        if (ParameterSetName == ParameterSets.Trail)
            _saving!.Save(() => _aws.OpenTrail(includeDigests: true));
        else if (ParameterSetName == ParameterSets.Bucket && Key.Length == 0)
            _saving!.Save(() => _aws.OpenBucket(includeDigests: true));
        else if (ParameterSetName == ParameterSets.Bucket)
            _keys.Add(BucketName, Key);
        foreach (var log in _given!.Of(InputObject, takesEvents: false))
            Add(log);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _keys.Flush();
        if (_firstFile is not null)
            _run.Report(SaveFaults.NoObject(_firstFile, _files));
        _saving!.Finish(withCounts: !EventHistory);
        _aws.RemarkOnLimit();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _saving?.Dispose();
        _checkpoint?.Dispose();
    }

    private void Add(TrailLog log)
    {
        if (log is { BucketName: { } bucket, Key: { } key })
        {
            _keys.Add(bucket, [key]);
            return;
        }
        _firstFile ??= log;
        _files++;
    }
}
