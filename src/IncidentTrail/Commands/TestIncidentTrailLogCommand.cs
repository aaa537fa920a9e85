using System.Management.Automation;
using IncidentTrail.Integrity;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell;

/// <summary>Tests whether logs are what CloudTrail signed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncidentTrailLog", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(TrailIntegrityResult), typeof(TrailIntegritySummary), typeof(bool))]
public sealed class TestIncidentTrailLogCommand : PSCmdlet, IDisposable
{
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;
    private readonly LocalPaths _paths;
    private readonly List<string> _found = [];
    private IntegrityReading? _reading;
    private KeyFile? _keys;

    /// <summary>Makes the cmdlet.</summary>
    public TestIncidentTrailLogCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _run = new CmdletRun(_cmdlet);
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
        var scope = new IntegrityScope { StartUtc = window.StartUtc, EndUtc = window.EndUtc, AccountId = AccountId, Region = Region };
        _reading = new IntegrityReading(_run, scope, Summary, Quiet);
        _keys = PublicKeys.Read(this, PublicKeyPath);
        if (_keys is null)
            WriteWarning("Without -PublicKeyPath no signature is checked and nothing is Valid: hashes alone are compared.");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        _found.AddRange(ParameterSetName == ParameterSets.Path ? Path.SelectMany(_paths.OfPattern) : LiteralPath.SelectMany(_paths.OfLiteral));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_found.Count > 0)
            _reading!.Test(new LocalCopy(_found), _keys, Environment.ProcessorCount + 2);
        _reading!.Finish();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();
}
