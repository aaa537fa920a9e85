using System.Management.Automation;
using IncidentTrail.Sources.History;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.PowerShell;

/// <summary>Saves the log files of a trail's bucket in a folder.</summary>
[Cmdlet(VerbsData.Save, "IncidentTrailLog", DefaultParameterSetName = BucketSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(TrailLog))]
public sealed class SaveIncidentTrailLogCommand : TrailBucketCommand
{
    private const string InputSet = "InputObject";
    private const int DefaultThrottleLimit = 64;

    private readonly Queue<Task<SavedLog>> _running = new();
    private readonly Dictionary<SavedLogOutcome, long> _counts = [];
    private readonly PendingKeys _keys;
    private readonly PacedProgress _progress;
    private LogCopy? _copy;
    private string _folder = "";

    /// <summary>Makes the cmdlet.</summary>
    public SaveIncidentTrailLogCommand()
    {
        _keys = new PendingKeys((bucket, keys) => SaveBucket(Bucket(bucket, keys)));
        _progress = new PacedProgress(this, "Saving CloudTrail logs");
    }

    /// <summary>Logs that Get-IncidentTrailLog found.</summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailLog[] InputObject { get; set; } = [];

    /// <summary>The folder.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>Saves what CloudTrail's Event history answers.</summary>
    [Parameter(ParameterSetName = HistorySet, Mandatory = true)]
    public SwitchParameter EventHistory { get; set; }

    /// <summary>Events of every service, from Event history.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    public SwitchParameter AllServices { get; set; }

    /// <summary>Accounts, by the folder.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [SupportsWildcards]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions, by the folder.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Parameter(ParameterSetName = HistorySet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <summary>CloudTrail's categories of events.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventCategoryCompleter))]
    public string[] EventCategory { get; set; } = [];

    /// <summary>The first instant of the window of events.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Parameter(ParameterSetName = HistorySet)]
    [TrailTime]
    public DateTime StartTime { get; set; }

    /// <summary>The end of the window of events.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Parameter(ParameterSetName = HistorySet)]
    [TrailTime]
    public DateTime EndTime { get; set; }

    /// <summary>Replaces files that are not what the bucket holds now.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the saved logs.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private int Ahead => 2 * (BoundThrottleLimit ?? DefaultThrottleLimit);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _folder = GetUnresolvedProviderPathFromPSPath(Destination);
        if (File.Exists(_folder))
            ThrowTerminatingError(TrailErrors.Argument(nameof(Destination), $"-Destination is a file: {_folder}. Name a folder."));
        if (Bound(nameof(StartTime), StartTime) >= Bound(nameof(EndTime), EndTime))
            ThrowTerminatingError(TrailErrors.Argument(nameof(EndTime), "-EndTime is not after -StartTime: the window is empty."));
        _copy = new LogCopy(_folder, Force);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == HistorySet)
        {
            SaveHistory();
            return;
        }
        CheckBucket();
        if (ParameterSetName == TrailSet)
            Save(() => OpenTrail(includeDigests: true));
        else if (ParameterSetName == BucketSet && Key.Length == 0)
            SaveBucket(Bucket(BucketName, includeDigests: true));
        else if (ParameterSetName == BucketSet)
            _keys.Add(BucketName, Key);
        foreach (var log in InputObject)
            TakeLog(log);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _keys.Flush();
        _progress.Hide();
        if (!EventHistory)
        {
            WriteVerbose(
                $"{_folder}: {Count(SavedLogOutcome.Saved)} saved, {Count(SavedLogOutcome.Replaced)} replaced, "
                + $"{Count(SavedLogOutcome.Present)} were there, {Count(SavedLogOutcome.Failed)} failed.");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        Task.WhenAll(_running).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _copy?.Dispose();
    }

    private void TakeLog(TrailLog log)
    {
        if (log is { BucketName: { } bucket, Key: { } key })
            _keys.Add(bucket, [key]);
        else
            Report(SaveFaults.NoObject(log));
    }

    private void SaveBucket(TrailBucket bucket) => Save(() => AwsAdapter.Connector.OpenBucket(Connection, bucket, StopToken));

    private void Save(Func<ITrailSource> open) => Open(open, source =>
    {
        foreach (var item in source.ListAsync(Query(), new TrailCoverage(), StopToken).ToBlockingEnumerable(StopToken))
            Take(item);
        Drain(0);
    });

    private void SaveHistory()
    {
        if (!ShouldProcess("Event history", $"Save below {_folder}"))
            return;
        var copy = new HistoryCopy(_folder);
        var coverage = new TrailCoverage();
        var query = Query();
        Open(() => OpenHistory(), source =>
        {
            foreach (var notice in copy.WriteAsync(source, query, coverage, StopToken).ToBlockingEnumerable(StopToken))
            {
                if (notice is not null)
                    Write(notice);
                else if (HistoryProgress.Of(coverage, query, DateTime.UtcNow) is var (percent, _))
                    _progress.Show(() => ($"{coverage.RecordsRead:N0} records of Event history", percent, null));
            }
        });
        foreach (var file in copy.Files)
        {
            WriteVerbose($"{file.Location} is saved. No digest vouches for it: CloudTrail signs none of Event history.");
            if (PassThru)
                WriteObject(file);
        }
    }

    private void Take(TrailSourceItem item)
    {
        var stop = StopToken;
        if (item.Notice is { } notice)
            Write(notice);
        else if (item.Open is not null && (_copy!.IsPresent(item.Log!) || ShouldProcess(item.Log!.Location, $"Save below {_folder}")))
            _running.Enqueue(Task.Run(() => _copy.SaveAsync(item, stop), stop));
        Drain(Ahead);
        ShowProgress();
    }

    // In the order of the list, whichever is whole first.
    private void Drain(int most)
    {
        while (_running.TryPeek(out var first) && (first.IsCompleted || _running.Count > most))
        {
            var saved = first.GetAwaiter().GetResult();
            _running.Dequeue();
            _counts[saved.Outcome] = Count(saved.Outcome) + 1;
            if (saved.Fault is { } fault)
                Report(fault);
            if (PassThru && saved.Copy is { } copy)
                WriteObject(copy);
            ShowProgress();
        }
    }

    private TrailQuery Query() => new()
    {
        AccountId = AccountId, Region = Region, EventCategory = EventCategory, AllServices = AllServices, ThrottleLimit = BoundThrottleLimit,
        StartTimeUtc = Bound(nameof(StartTime), StartTime), EndTimeUtc = Bound(nameof(EndTime), EndTime),
    };

    private long Count(SavedLogOutcome outcome) => _counts.GetValueOrDefault(outcome);

    private DateTime? Bound(string parameter, DateTime value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value.ToUniversalTime() : null;

    private void ShowProgress() =>
        _progress.Show(() => ($"{Count(SavedLogOutcome.Saved):N0} saved, {Count(SavedLogOutcome.Present):N0} were there", -1, null));
}
