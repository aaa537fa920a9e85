using System.Management.Automation;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Bases;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell;

/// <summary>Packs logs and digests with all that proves them.</summary>
[Cmdlet(VerbsData.Export, "IncidentTrailEvidence", DefaultParameterSetName = ParameterSets.Path, SupportsShouldProcess = true)]
[OutputType(typeof(TrailEvidence))]
public sealed class ExportIncidentTrailEvidenceCommand : TrailIntegrityCommand, IDisposable
{
    private readonly RunningCmdlet _cmdlet;
    private readonly CmdletRun _run;
    private readonly IntegritySources _aws;
    private readonly List<string> _found = [];
    private readonly HashSet<string> _buckets = new(StringComparer.Ordinal);
    private string _destination = "";
    private GivenPlaces? _given;
    private IntegrityScope? _scope;
    private KeyFile? _keys;

    /// <summary>Makes the cmdlet.</summary>
    public ExportIncidentTrailEvidenceCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _run = new CmdletRun(_cmdlet);
        _aws = new IntegritySources(this, _run, new AwsSession(this));
    }

    /// <summary>The folder to make, or the archive where it ends in .zip.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _given = new GivenPlaces(_cmdlet.Name, new LocalPaths(this, _run.Report), _run.Report);
        _scope = IntegrityParameters.Scope(this, _cmdlet);
        PlaceParameters.Check(this, _cmdlet, withHistory: false);
        _destination = ReportPath.Of(this, Destination, out _);
        if (System.IO.Path.Exists(_destination))
            ThrowTerminatingError(TrailErrors.NotPacked(_destination, new IOException("something is there already.")));
        ArchiveName.Refuse(this, Destination, _destination, "End it in .zip for an archive, or name a folder.", written: ".zip");
        _keys = PublicKeys.Read(this, PublicKeyPath);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var (path, bucket) in _given!.Of(this))
        {
            if (path is not null)
                _found.Add(path);
            else
                _buckets.Add(bucket!);
        }
        if (_buckets.Count + Math.Min(_found.Count, 1) > 1)
            ThrowTerminatingError(TrailErrors.Argument(nameof(BucketName), "A package holds one bucket, or copies: export each to a -Destination of its own."));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var isTrail = ParameterSetName == ParameterSets.Trail;
        var isCopy = !isTrail && _buckets.Count == 0;
        if (isCopy)
            PlaceParameters.RemarkOnLimit(this, _cmdlet);
        if ((isCopy && _found.Count == 0) || !ShouldProcess(_destination, "Write a package of evidence"))
            return;
        var writing = new EvidenceWriting(_run, _destination, IntegrityParameters.Request(this));
        if (isCopy)
            WriteCopy(writing);
        else if (isTrail)
            writing.Write(() => _aws.OpenTrail(_scope!, _keys is null), _keys);
        else
            writing.Write(() => _aws.OpenBucket(_buckets.Single(), _scope!, _keys is null), _keys);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _run.Stop();

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private void WriteCopy(EvidenceWriting writing)
    {
        var listed = _keys is null ? _aws.OpenKeys(_scope!, _run.Report) : null;
        using (listed as IDisposable)
            writing.WriteCopy(_found, _keys ?? listed, _scope!);
    }
}
