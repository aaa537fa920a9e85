using System.Management.Automation;
using System.Runtime.CompilerServices;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>The sources that every cmdlet which reads events shares, and the loop that reads them.</summary>
public abstract class TrailSourceCommand : TrailHistoryCommand
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";
    private protected const string JsonSet = "Json";
    private protected const string InputSet = "InputObject";

    // Logs that come one by one through the pipeline are read together, so that they are read in parallel.
    private const int PendingLimit = 32;

    private readonly List<string> _paths = [];
    private readonly List<string> _texts = [];
    private readonly PendingKeys _keys;
    private readonly JsonAssembly _assembly = new();
    private readonly ReadingProgress _progress;
    private LocalPaths? _local;
    private TrailQuery? _query;
    private TrailSession? _session;
    private string? _completed;
    private int _textCount;

    /// <summary>Makes the cmdlet.</summary>
    private protected TrailSourceCommand()
    {
        _keys = new PendingKeys((bucket, keys) => ReadBucket(Bucket(bucket, keys)));
        _progress = new ReadingProgress(this, Coverage);
    }

    /// <summary>Log files or folders; wildcards allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [AllowEmptyString]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Log files or folders, as they are written.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Records as text.</summary>
    [Parameter(ParameterSetName = JsonSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CloudTrailEvent")]
    [ValidateNotNullOrEmpty]
    public string[] Json { get; set; } = [];

    /// <summary>Logs that Get-IncidentTrailLog found, or what else the cmdlet takes.</summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailInput[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        HintAtRegions();
        _local = new LocalPaths(this, Coverage);
        _query = MakeSourceQuery();
        _session = OpenSession(_query);
        PublishCoverage();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_session!.IsSatisfied)
            return;
        switch (ParameterSetName)
        {
            case PathSet:
                foreach (var path in Path)
                    TakePath(path);
                break;
            case LiteralPathSet:
                foreach (var path in LiteralPath)
                    _paths.AddRange(_local!.OfLiteral(path));
                break;
            case JsonSet:
                foreach (var text in Json)
                    _texts.Add(text);
                break;
            case InputSet:
                foreach (var input in InputObject)
                    TakeInput(input);
                break;
            case BucketSet:
                TakeBucket();
                break;
            case TrailSet:
                CheckBucket();
                Open(() => OpenTrail(), Complete);
                break;
        }
        if (!MyInvocation.ExpectingInput || _paths.Count + _texts.Count >= PendingLimit)
            ReadPending();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_assembly.Rest() is { } rest)
            _texts.Add(rest);
        ReadPending();
        if (EventHistory)
            Open(() => OpenHistory(ParameterSetName == HistorySet ? null : _completed ?? "the bucket"), ReadHistory);
        foreach (var trailEvent in _session!.Finish())
            Take(trailEvent);
        Finish();
        WriteVerbose(Coverage.ToString());
        _progress.Hide();
    }

    /// <summary>How long to wait for an event to appear in Event history; null not to wait.</summary>
    private protected virtual HistoryWait? BeginWait() => null;

    /// <summary>The query of the bound parameters.</summary>
    private protected virtual TrailQuery MakeSourceQuery() => MakeQuery();

    /// <summary>Takes an event, on the pipeline's thread.</summary>
    private protected abstract void Take(TrailEvent trailEvent);

    /// <summary>Gives what can only be given at the end.</summary>
    private protected virtual void Finish()
    {
    }

    /// <summary>Reads a source to its end, or as far as is needed.</summary>
    private protected void Read(ITrailSource source)
    {
        try
        {
            foreach (var batch in _session!.ReadAsync(source, StopToken).ToBlockingEnumerable(StopToken))
            {
                Take(batch);
                _progress.Show(source, _query!);
            }
        }
        catch (TrailSourceException e)
        {
            Coverage.Report(e.Fault);
            WriteError(TrailErrors.Record(e.Fault));
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Takes an event that the pipeline brings, by the filters given.</summary>
    private protected void Accept(TrailEvent trailEvent) => Take(_session!.Accept(trailEvent));

    // The events first: where an error ends the command, what was read before it has been given.
    [MethodImpl(Jit.Hot)]
    private void Take(TrailBatch batch)
    {
        var events = batch.Events;
        for (var i = 0; i < events.Count; i++)
            Take(events[i]);
        foreach (var notice in batch.Notices)
            Write(notice);
    }

    private void ReadPending()
    {
        if (_paths.Count > 0)
        {
            Read(new FileSource([.. _paths]));
            _paths.Clear();
        }
        if (_texts.Count > 0)
        {
            Read(new TextSource([.. _texts], _textCount + 1));
            _textCount += _texts.Count;
            _texts.Clear();
        }
        _keys.Flush();
    }

    private void TakeBucket()
    {
        CheckBucket();
        if (Key.Length > 0)
            _keys.Add(BucketName, Key);
        else
            ReadBucket(Bucket(BucketName));
    }

    private void ReadBucket(TrailBucket bucket) => Open(() => AwsAdapter.Connector.OpenBucket(Connection, bucket, StopToken), Complete);

    // Event history, where it is asked for, goes on from where this source ends.
    private void Complete(ITrailSource source)
    {
        Read(source);
        _completed = source.Name;
    }

    private void ReadHistory(ITrailSource source)
    {
        var wait = BeginWait();
        Read(source);
        while (wait is not null && Coverage.RecordsKept == 0 && Coverage.Faults.Count == 0)
        {
            if (!wait.AgainAsync(StopToken).GetAwaiter().GetResult())
            {
                Coverage.Source(source.Name).Note(wait.Expiry);
                WriteWarning(wait.Expiry);
                return;
            }
            Read(source);
        }
    }

    /// <summary>Opens a source, reads it, and closes it whatever happens; where it cannot be opened, that is one error.</summary>
    private protected void Open(Func<ITrailSource> open, Action<ITrailSource> read)
    {
        ITrailSource source;
        try
        {
            source = open();
        }
        catch (TrailSourceException e)
        {
            Coverage.Report(e.Fault);
            WriteError(TrailErrors.Record(e.Fault));
            return;
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        try
        {
            using (source as IDisposable)
                read(source);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    // Text is JSON where it begins as JSON does; what a program prints comes line by line, and belongs together.
    private void TakePath(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            // A blank line of what a program printed means nothing; an empty argument is a variable nobody set.
            if (!MyInvocation.ExpectingInput)
                WriteError(TrailErrors.Argument(nameof(Path), "The path is empty."));
            return;
        }
        if (_assembly.IsOpen || path.AsSpan().TrimStart().StartsWith("{") || path.StartsWith('['))
        {
            if (_assembly.Add(path) is { } whole)
                _texts.Add(whole);
            return;
        }
        _paths.AddRange(_local!.OfPattern(path));
    }

    /// <summary>Takes an object of the module: a log to be read. Cmdlets that take events override it.</summary>
    private protected virtual void TakeInput(TrailInput input)
    {
        switch (input)
        {
            case TrailLog { Path: { } path }:
                _paths.Add(path);
                break;
            case TrailLog { BucketName: { } bucket, Key: { } key }:
                _keys.Add(bucket, [key]);
                break;
            case TrailLog log:
                WriteError(TrailErrors.NotFound(log.Location, $"{log.Location} is neither a file nor an object in S3."));
                break;
            default:
                WriteError(TrailErrors.Argument(
                    input.ToString()!, $"{MyInvocation.MyCommand.Name} takes logs, not a {input.GetType().Name}; filter events with Where-Object."));
                break;
        }
    }
}
