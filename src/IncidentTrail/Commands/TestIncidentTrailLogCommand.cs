using System.Management.Automation;
using IncidentTrail.Integrity;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell;

/// <summary>Tests whether logs are what CloudTrail signed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncidentTrailLog", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(TrailIntegrityResult), typeof(TrailIntegritySummary), typeof(bool))]
public sealed class TestIncidentTrailLogCommand : TrailPlaceCommand, IDisposable
{
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;
    private readonly LocalPaths _paths;
    private readonly IntegritySources _aws;
    private readonly List<string> _found = [];
    private readonly HashSet<string> _buckets = new(StringComparer.Ordinal);
    private IntegrityReading? _reading;
    private IntegrityScope? _scope;
    private KeyFile? _keys;

    /// <summary>Makes the cmdlet.</summary>
    public TestIncidentTrailLogCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _run = new CmdletRun(_cmdlet);
        _aws = new IntegritySources(this, _run, new AwsSession(this));
        _paths = new LocalPaths(this, fault => _reading!.Report(fault));
    }

    /// <summary>Copies of digests and logs: folders or files; wildcards allowed.</summary>
    [Parameter(ParameterSetName = ParameterSets.Path, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Copies of digests and logs, as they are written.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Files of CloudTrail's public keys.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] PublicKeyPath { get; set; } = [];

    /// <summary>Accounts, by the names of digests and logs.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] AccountId { get; set; } = [];

    /// <summary>Regions, by the names of digests and logs.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Region { get; set; } = [];

    /// <summary>The first instant of delivery.</summary>
    [Parameter]
    [TrailTime]
    public DateTime StartTime { get; set; }

    /// <summary>The end of the deliveries.</summary>
    [Parameter]
    [TrailTime(IsEnd = true)]
    public DateTime EndTime { get; set; }

    /// <summary>Gives one object with the counts of all verdicts.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Gives true where everything is intact, else false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Summary && Quiet)
            _cmdlet.ThrowTerminatingError(TrailErrors.Argument(nameof(Quiet), "-Quiet gives true or false and -Summary the counts: give one of them."));
        var window = TimeWindow.Of(_cmdlet, StartTime, EndTime);
        PlaceParameters.Check(this, _cmdlet, withHistory: false);
        _scope = new IntegrityScope { StartUtc = window.StartUtc, EndUtc = window.EndUtc, AccountId = AccountId, Region = Region };
        _reading = new IntegrityReading(_run, _scope, Summary, Quiet);
        _keys = PublicKeys.Read(this, PublicKeyPath);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ParameterSets.Path:
                _found.AddRange(Path.SelectMany(_paths.OfPattern));
                break;
            case ParameterSets.LiteralPath:
                _found.AddRange(LiteralPath.SelectMany(_paths.OfLiteral));
                break;
            case ParameterSets.Trail:
                _reading!.Test(() => _aws.OpenTrail(_scope!, _keys is null), _keys);
                break;
            // Each log that is piped here names its bucket.
            case ParameterSets.Bucket when _buckets.Add(BucketName):
                _reading!.Test(() => _aws.OpenBucket(BucketName, _scope!, _keys is null), _keys);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_found.Count > 0)
            TestCopy();
        if (ParameterSetName is ParameterSets.Path or ParameterSets.LiteralPath)
            PlaceParameters.RemarkOnLimit(this, _cmdlet);
        _reading!.Finish();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private void TestCopy() => _run.Guard(() =>
    {
        var listed = _keys is null ? _aws.OpenKeys(_scope!, _reading!.Report) : null;
        using (listed as IDisposable)
            _reading!.Test(new LocalCopy(_found), _keys ?? listed, Environment.ProcessorCount + 2);
    });
}
