using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>What every cmdlet that reads events takes: files, text, logs, buckets, trails and Event history.</summary>
public abstract class TrailSourceCommand : TrailReadingCommand
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
    private LocalPaths? _local;
    private int _textCount;

    /// <summary>Makes the cmdlet.</summary>
    private protected TrailSourceCommand() => _keys = new PendingKeys((bucket, keys) => ReadBucket(Bucket(bucket, keys)));

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
        _local = new LocalPaths(this);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IsSatisfied)
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
        base.EndProcessing();
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
        if (_assembly.IsOpen || JsonAssembly.Begins(path, isLine: MyInvocation.ExpectingInput))
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
