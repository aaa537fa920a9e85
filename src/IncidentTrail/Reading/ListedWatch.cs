using IncidentTrail.Checkpoints;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>Watching what can only be looked through again and again: a bucket, a trail, Event history, a folder.</summary>
/// <param name="given">The cmdlet.</param>
/// <param name="cmdlet">The same, as its classes know it.</param>
/// <param name="run">The cmdlet's run.</param>
/// <param name="aws">Opens what is behind AWS's services.</param>
/// <param name="files">The folders to watch.</param>
/// <param name="interval">How long the source is left alone; null where nothing is said.</param>
internal sealed class ListedWatch(
    TrailFilterCommand given, ICmdlet cmdlet, CmdletRun run, AwsSources aws, string[] files, TimeSpan? interval)
{
    private GivenCheckpoint? _checkpoint;
    private bool _passesOver;

    private bool IsOfFiles => given.ParameterSetName == ParameterSets.Path;

    private bool IsOfHistory => given.ParameterSetName == ParameterSets.EventHistory;

    /// <summary>Ends the cmdlet where its parameters make no sense together.</summary>
    internal void Check()
    {
        if (interval <= TimeSpan.Zero)
            Refuse("PollInterval", "-PollInterval is how long to wait between two looks, such as 1m.");
        // A timer takes no more than 49 days.
        if (interval > TrailQuery.MaxDeliverySlack)
            Refuse("PollInterval", "-PollInterval is at most 30 days: CloudTrail tries no longer to deliver a log.");
        if (cmdlet.IsBound(nameof(given.EndTime)))
            Refuse(nameof(given.EndTime), "-EndTime is of events that have happened. -Until and -Timeout end the watching.");
        if (given.Key.Length > 0)
            Refuse(nameof(given.Key), "-Key names logs in full: there is nothing to watch for.");
        if (!IsOfFiles && !IsOfHistory)
            aws.Check();
    }

    /// <summary>Opens the checkpoint; without one and without a start the watching begins now.</summary>
    internal GivenCheckpoint Begin(TrailQuery query, string? path)
    {
        var scope = CheckpointScope.Of(CheckpointScope.Events, IsOfFiles ? string.Join(", ", files.Select(Full)) : CheckpointSourceName.Of(given, cmdlet), query);
        _checkpoint = GivenCheckpoint.Open(given, cmdlet, path, () => scope) ?? GivenCheckpoint.OfRun(cmdlet, scope, query.DeliverySlack);
        aws.Checkpoint = _checkpoint.Checkpoint;
        if (_checkpoint.IsResumed)
            return _checkpoint;
        var start = query.StartTimeUtc;
        _passesOver = IsOfFiles && start is null;
        if (!IsOfFiles)
            _checkpoint.Checkpoint.BeginUtc = IsOfHistory ? start ?? DateTime.UtcNow : start - EngineLimits.NamesMayBeEarly ?? DateTime.UtcNow - query.DeliverySlack;
        run.Guard(_checkpoint.Write);
        return _checkpoint;
    }

    /// <summary>Opens the source; null where none of it is there, which has been said.</summary>
    internal Func<ITrailSource>? Open()
    {
        if (!IsOfFiles)
            return () => Watched(IsOfHistory ? aws.OpenHistory() : given.ParameterSetName == ParameterSets.Trail ? aws.OpenTrail() : aws.OpenBucket());
        List<string> paths = [.. files.SelectMany(new LocalPaths(given, run.Report).OfPattern)];
        return paths.Count == 0 ? null : () => Watched(new FileSource(paths));
    }

    private ITrailSource Watched(ITrailSource source) => _checkpoint!.Watched(
        source, interval ?? (IsOfFiles ? CmdletLimits.FolderInterval : CmdletLimits.ListingInterval), _passesOver);

    private string Full(string path) => CheckpointSourceName.Full(given, path);

    private void Refuse(string parameter, string message) => cmdlet.ThrowTerminatingError(TrailErrors.Argument(parameter, message));
}
