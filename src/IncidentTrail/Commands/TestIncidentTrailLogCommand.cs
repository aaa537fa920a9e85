using System.Management.Automation;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Bases;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell;

/// <summary>Tests whether logs are what CloudTrail signed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncidentTrailLog", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(TrailIntegrityResult), typeof(TrailIntegritySummary), typeof(bool))]
public sealed class TestIncidentTrailLogCommand : TrailIntegrityCommand, IDisposable
{
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;
    private readonly IntegritySources _aws;
    private readonly List<string> _found = [];
    private readonly HashSet<string> _buckets = new(StringComparer.Ordinal);
    private IntegrityReading? _reading;
    private GivenPlaces? _given;
    private IntegrityScope? _scope;
    private KeyFile? _keys;

    /// <summary>Makes the cmdlet.</summary>
    public TestIncidentTrailLogCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _run = new CmdletRun(_cmdlet);
        _aws = new IntegritySources(this, _run, new AwsSession(this));
    }

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
        _scope = IntegrityParameters.Scope(this, _cmdlet);
        PlaceParameters.Check(this, _cmdlet, withHistory: false);
        _reading = new IntegrityReading(_run, _scope, Summary, Quiet);
        _given = new GivenPlaces(_cmdlet.Name, new LocalPaths(this, _reading.Report), _reading.Report);
        _keys = PublicKeys.Read(this, PublicKeyPath);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ParameterSets.Trail)
            _reading!.Test(() => _aws.OpenTrail(_scope!, _keys is null), _keys);
        foreach (var (path, bucket) in _given!.Of(this))
        {
            if (path is not null)
                _found.Add(path);
            else
                TestBucket(bucket!);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var isNarrowed = _scope!.HasWindow || AccountId.Length > 0 || Region.Length > 0;
        var copies = _found.Where(path => !_reading!.TestPackage(path, _keys, isNarrowed)).ToList();
        if (copies.Count > 0)
            TestCopy(copies);
        if (_buckets.Count == 0 && ParameterSetName is not ParameterSets.Trail)
            PlaceParameters.RemarkOnLimit(this, _cmdlet);
        _reading!.Finish();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    // Each log that is piped here names its bucket.
    private void TestBucket(string name)
    {
        if (_buckets.Add(name))
            _reading!.Test(() => _aws.OpenBucket(name, _scope!, _keys is null), _keys);
    }

    private void TestCopy(IReadOnlyList<string> copies) => _run.Guard(() =>
    {
        var listed = _keys is null ? _aws.OpenKeys(_scope!, _reading!.Report) : null;
        using (listed as IDisposable)
            _reading!.Test(new LocalCopy(copies), _keys ?? listed, CmdletLimits.FilesAhead);
    });
}
