using System.Runtime.CompilerServices;
using IncidentTrail.Checkpoints;
using IncidentTrail.Incidents.Results;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Bases;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Sources.History;
using IncidentTrail.Sql;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>
/// What a cmdlet that reads events does, from its first parameter to its last event: a cmdlet calls it from the methods
/// that PowerShell calls, and says what becomes of an event.
/// </summary>
internal sealed class SourceReading : IDisposable
{
    private readonly TrailSourceCommand _given;
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;
    private readonly AwsSources _aws;
    private readonly PendingSources _pending;
    private readonly RequiredProof _proof;
    private readonly Action<TrailBatch> _take;
    private readonly Func<TrailInput, bool> _takeInput;
    private readonly DateTime _sinceUtc = DateTime.UtcNow;
    private EventReading? _reading;
    private TrailQuery? _query;
    private GivenCheckpoint? _checkpoint;

    /// <param name="given">The cmdlet.</param>
    /// <param name="take">Takes events that were read together, on the pipeline's thread; see <see cref="Each"/>.</param>
    /// <param name="takeInput">
    /// Takes an object of the pipeline that is no log, false where it is none of the cmdlet's; where nothing is said, the
    /// events that it is or tells of are taken.
    /// </param>
    internal SourceReading(TrailSourceCommand given, Action<TrailBatch> take, Func<TrailInput, bool>? takeInput = null)
    {
        (_given, _take, _takeInput) = (given, take, takeInput ?? TakeEvents);
        _cmdlet = new RunningCmdlet(given);
        _run = new CmdletRun(_cmdlet, Coverage);
        _aws = new AwsSources(given, _run, new AwsSession(given));
        _proof = new RequiredProof(given, _run, new IntegritySources(given, _run, new AwsSession(given)));
        _pending = new PendingSources(
            _cmdlet, new LocalPaths(given, _run.Report), _run.Report, source => _reading!.Read(_proof.Of(source)),
            (bucket, keys) => _reading!.Read(() => _proof.OfBucket(_aws.OpenBucket(bucket, keys), bucket, keys)));
    }

    /// <summary>What has been read so far.</summary>
    internal TrailCoverage Coverage { get; } = new();

    /// <summary>Takes each event of a batch.</summary>
    internal static Action<TrailBatch> Each(Action<TrailEvent> take) => batch => Take(batch.Events, take);

    /// <summary>Gives an event; a checkpoint is told of it.</summary>
    internal void Give(TrailEvent trailEvent)
    {
        if (_checkpoint is null)
            _given.WriteObject(trailEvent);
        else
            _checkpoint.Give(trailEvent);
    }

    /// <summary>The value of a parameter of the cmdlet; null where it was not given.</summary>
    internal T? Bound<T>(string parameter, T value) where T : struct => _cmdlet.Bound(parameter, value);

    /// <summary>Says what there is to be said of the answer.</summary>
    internal void Say(TrailNotice notice) => _run.Write(notice);

    /// <summary>Ends the cmdlet: a parameter makes no sense.</summary>
    internal void Refuse(string parameter, string message) =>
        _cmdlet.ThrowTerminatingError(TrailErrors.Argument(parameter, message));

    /// <summary>The query of the filters given.</summary>
    internal TrailQuery Query(long? maxEvents = null, bool oldest = false, long? newest = null, TrailCallerGrouping? callersBy = null) =>
        QueryParameters.Query(_given, _cmdlet, _sinceUtc, maxEvents, oldest, newest, callersBy);

    /// <summary>Begins, in BeginProcessing.</summary>
    /// <param name="makeQuery">What the sources are asked for; the filters given, where nothing is said.</param>
    /// <param name="checkpointPath">Where it is kept what was given; null where it is not.</param>
    internal void Begin(Func<TrailQuery>? makeQuery = null, string? checkpointPath = null)
    {
        QueryParameters.HintAtRegions(_given.Region, _cmdlet);
        if (ConnectionParameters.Unused(_cmdlet) is { Length: > 0 } unused)
            _cmdlet.WriteVerbose($"{unused}: not used, since nothing is read from AWS.");
        var query = makeQuery is null ? Query() : makeQuery();
        _query = query;
        _proof.Begin(query);
        _checkpoint = GivenCheckpoint.Open(_given, _cmdlet, checkpointPath, () => CheckpointScope.Of(
            CheckpointScope.Events, CheckpointSourceName.Of(_given, _cmdlet), query));
        _aws.Checkpoint = _checkpoint?.Checkpoint;
        _reading = new EventReading(_run, OpenSession(query), query, _take, _checkpoint);
        TrailCoverageVariable.Set(_cmdlet, _given.CoverageVariable, Coverage);
    }

    /// <summary>Takes what the parameters name now, in ProcessRecord.</summary>
    internal void Process()
    {
        if (_reading!.IsSatisfied)
            return;
        switch (_cmdlet.ParameterSet)
        {
            case ParameterSets.Path:
                Array.ForEach(_given.Path, _pending.AddPath);
                break;
            case ParameterSets.LiteralPath:
                Array.ForEach(_given.LiteralPath, _pending.AddLiteralPath);
                break;
            case ParameterSets.Json:
                Array.ForEach(_given.Json, _pending.AddText);
                break;
            case ParameterSets.InputObject:
                Array.ForEach(_given.InputObject, Take);
                break;
            case ParameterSets.Bucket:
                TakeBucket();
                break;
            case ParameterSets.Trail:
                _aws.Check(_given.EventHistory);
                _reading.Read(() => _proof.OfTrail(_aws.OpenTrail()));
                break;
            case ParameterSets.Athena:
                TakeAthena();
                break;
        }
        // The digests of all that comes are tested once.
        if (!_proof.IsRequired)
            _pending.ReadEnough();
    }

    /// <summary>Reads the rest, in EndProcessing.</summary>
    /// <param name="give">Gives what can only be given at the end.</param>
    /// <param name="wait">How long to wait for an event to appear in Event history, counted from its call; null not to wait.</param>
    internal void End(Action? give = null, Func<HistoryWait>? wait = null)
    {
        _pending.ReadRest();
        if (_given.EventHistory)
        {
            var completed = _cmdlet.ParameterSet == ParameterSets.EventHistory ? null : _reading!.Completed ?? "the bucket";
            _reading!.ReadHistory(() => _aws.OpenHistory(completed), wait);
        }
        if (IsStatementAlone)
            return;
        _reading!.Finish();
        _run.Guard(() => _checkpoint?.Write());
        give?.Invoke();
        _aws.RemarkOnLimit();
        _cmdlet.WriteVerbose(Coverage.ToString());
    }

    /// <summary>Stops, in StopProcessing.</summary>
    internal void Stop() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _checkpoint?.Dispose();
        _proof.Dispose();
    }

    [MethodImpl(Jit.Hot)]
    private static void Take(IReadOnlyList<TrailEvent> events, Action<TrailEvent> take)
    {
        for (var i = 0; i < events.Count; i++)
            take(events[i]);
    }

    private void Take(TrailInput input)
    {
        _proof.Check(input);
        if (!_takeInput(input))
            _pending.Add(input);
    }

    private bool TakeEvents(TrailInput input)
    {
        if (PipedEvents.Of(input) is not { } events)
            return false;
        foreach (var trailEvent in events.TakeWhile(_ => !_reading!.IsSatisfied))
            _reading!.Accept(trailEvent);
        return true;
    }

    private void TakeBucket()
    {
        _aws.Check(_given.EventHistory);
        if (_given.Key.Length > 0)
            _pending.AddKeys(_given.BucketName, _given.Key);
        else
            _reading!.Read(() => _proof.OfBucket(_aws.OpenBucket(), _given.BucketName));
    }

    private bool IsStatementAlone => _cmdlet.ParameterSet == ParameterSets.Athena && _given.AsSql;

    private void TakeAthena()
    {
        _aws.Check();
        if (_given.AsSql)
            _run.Open(() => _aws.OpenAthena(_given), source => Print((ISqlSource)source));
        else
            _reading!.Read(() => _aws.OpenAthena(_given));
    }

    private void Print(ISqlSource source)
    {
        if (source.WhyRows(_query!) is { } reason)
            _cmdlet.WriteVerbose(reason);
        _cmdlet.WriteObject(source.StatementFor(_query!));
    }

    // A filter that cannot be understood ends the cmdlet.
    private TrailSession OpenSession(TrailQuery query)
    {
        try
        {
            return new TrailSession(query, Coverage, _checkpoint?.Checkpoint);
        }
        catch (FormatException e)
        {
            Refuse(nameof(TrailSourceCommand.SourceIPAddress), e.Message);
            throw;
        }
    }
}
