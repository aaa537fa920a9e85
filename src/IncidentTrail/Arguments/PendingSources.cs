using IncidentTrail.Contracts;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>
/// What a cmdlet is told to read, gathered: logs that come one by one through the pipeline are read together, so that they
/// are read in parallel, and the lines of one JSON text belong together.
/// </summary>
/// <param name="cmdlet">The cmdlet that is told.</param>
/// <param name="paths">What knows the file system.</param>
/// <param name="report">Says a fault as an error.</param>
/// <param name="read">Reads files or text.</param>
/// <param name="readKeys">Reads those keys of a bucket.</param>
internal sealed class PendingSources(
    ICmdlet cmdlet, ILocalPaths paths, Action<TrailFault> report, Action<ITrailSource> read, Action<string, IReadOnlyList<string>> readKeys)
{
    private readonly List<string> _paths = [];
    private readonly List<string> _texts = [];

    // Which of these were made from the columns of a table.
    private readonly HashSet<int> _rebuilt = [];
    private readonly PendingKeys _keys = new(readKeys);
    private readonly JsonAssembly _assembly = new();
    private readonly BinaryText _binary = new(paths, report);
    private readonly RefusedInputs _refused = new(report);
    private int _textCount;

    /// <summary>Takes a path with wildcards, or text that begins as JSON does: what a program prints comes line by line.</summary>
    internal void AddPath(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            // A blank line of what a program printed means nothing; an empty argument is a variable nobody set.
            if (!cmdlet.TakesInput)
                report(new TrailFault(TrailFaultKind.Argument, "Path", "The path is empty.", CmdletRemedies.PathEmpty));
            return;
        }
        var isJson = _assembly.IsOpen || JsonAssembly.Begins(path, isLine: cmdlet.TakesInput);
        if (!_assembly.IsOpen && _binary.Takes(path, isJson))
            return;
        if (isJson)
        {
            if (_assembly.Add(path) is { } whole)
                _texts.Add(whole);
            return;
        }
        _paths.AddRange(paths.OfPattern(path));
    }

    /// <summary>Takes a path as it is written.</summary>
    internal void AddLiteralPath(string path) => _paths.AddRange(paths.OfLiteral(path));

    /// <summary>Takes records as text.</summary>
    internal void AddText(string text) => _texts.Add(text);

    /// <summary>Takes keys of a bucket.</summary>
    internal void AddKeys(string bucket, IEnumerable<string> keys) => _keys.Add(bucket, keys);

    /// <summary>Takes an object of the module: a log to be read.</summary>
    internal void Add(TrailInput input)
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
                report(new TrailFault(
                    TrailFaultKind.SourceNotFound, log.Location, $"{log.Location} is neither a file nor an object in S3."));
                break;
            case OtherInput { Json: { } json } copy:
                if (copy.IsRebuilt)
                    _rebuilt.Add(_texts.Count);
                _texts.Add(json);
                break;
            case OtherInput { TypeName: nameof(TrailEvidence) } package when package.ValueOf(nameof(TrailEvidence.Path)) is string path:
                _paths.Add(path);
                break;
            default:
                _refused.Add(InputFaults.Of(cmdlet.Name, TakenInput.Sources, input));
                break;
        }
    }

    /// <summary>Reads what waits, unless more may come that is worth waiting for.</summary>
    internal void ReadEnough()
    {
        if (!cmdlet.TakesInput || _paths.Count + _texts.Count >= CmdletLimits.InputsTogether)
            ReadAll();
    }

    /// <summary>Reads what waits, at the end of the input: what is left of a text too.</summary>
    internal void ReadRest()
    {
        if (_assembly.Rest() is { } rest)
            _texts.Add(rest);
        ReadAll();
    }

    // What comes through the pipeline is read in groups, and is one source all the same.
    private object? Whole(object pending) => cmdlet.TakesInput ? pending : null;

    private void ReadAll()
    {
        if (_paths.Count > 0)
        {
            read(new FileSource([.. _paths], Whole(_paths)));
            _paths.Clear();
        }
        if (_texts.Count > 0)
        {
            read(new TextSource([.. _texts], _textCount + 1, Whole(_texts), [.. _rebuilt]));
            _textCount += _texts.Count;
            _texts.Clear();
            _rebuilt.Clear();
        }
        _keys.Flush();
    }
}
