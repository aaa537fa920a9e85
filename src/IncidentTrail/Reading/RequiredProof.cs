using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Proof;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Aws;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>Makes of the sources of a cmdlet with -RequireValid those that give proven logs alone, and refuses what nothing signs.</summary>
/// <param name="given">The cmdlet's parameters.</param>
/// <param name="run">The cmdlet's run.</param>
/// <param name="aws">What opens digests and keys that are behind AWS's services.</param>
internal sealed class RequiredProof(TrailSourceCommand given, CmdletRun run, IntegritySources aws) : IDisposable
{
    private readonly List<IDisposable> _opened = [];
    private KeyFile? _keys;
    private TrailQuery _query = new();

    /// <summary>True where only proven logs are wanted.</summary>
    internal bool IsRequired => given.RequireValid;

    /// <summary>Ends the cmdlet where what is asked for can never be proven; reads the keys.</summary>
    /// <param name="query">What the sources are asked for.</param>
    internal void Begin(TrailQuery query)
    {
        _query = query;
        if (!IsRequired)
        {
            if (given.PublicKeyPath.Length > 0)
                Refuse(nameof(given.PublicKeyPath), "-PublicKeyPath gives the keys that -RequireValid proves logs by: it needs -RequireValid.");
            return;
        }
        if (given.EventHistory)
            Refuse(nameof(given.RequireValid), "-RequireValid proves log files. CloudTrail signs nothing of Event history: leave -EventHistory or -RequireValid out.");
        if (run.Cmdlet.ParameterSet == ParameterSets.Athena)
            Refuse(nameof(given.RequireValid), "-RequireValid proves log files. Athena gives rows of them, which nothing signs: leave -AthenaTable or -RequireValid out.");
        if (run.Cmdlet.ParameterSet == ParameterSets.Json)
            RefuseText();
        _keys = PublicKeys.Read((PSCmdlet)given, given.PublicKeyPath);
    }

    /// <summary>The source of proven logs alone; the source itself where nobody asks for that.</summary>
    internal ITrailSource Of(ITrailSource source) => !IsRequired ? source
        : source is FileSource files ? OfCopy(files)
        : RefuseText();

    /// <summary>The same of a bucket.</summary>
    /// <param name="source">The bucket's logs.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="keys">The single logs that the source gives; null where it gives all.</param>
    internal ITrailSource OfBucket(ITrailSource source, string bucket, IReadOnlyList<string>? keys = null) => !IsRequired ? source
        : OfPlace(source, aws.OpenBucket(bucket, ScopeOf(bucket, keys), _keys is null), isWhole: keys is null);

    /// <summary>The same of the trail that the parameters name.</summary>
    internal ITrailSource OfTrail(ITrailSource source) => !IsRequired ? source
        : OfPlace(source, aws.OpenTrail(IntegrityScope.Of(_query), _keys is null), isWhole: true);

    /// <inheritdoc/>
    public void Dispose() => _opened.ForEach(opened => opened.Dispose());

    private ProvenSource OfCopy(FileSource files)
    {
        // A file that is named is read whatever the window.
        var areFolders = files.Paths.All(Directory.Exists);
        var scope = areFolders ? IntegrityScope.Of(_query) : new IntegrityScope();
        var keys = _keys ?? Kept(aws.OpenKeys(scope, run.Report));
        if (keys is null)
        {
            Refuse(
                nameof(given.RequireValid),
                "-RequireValid needs CloudTrail's public keys to prove copies of logs: give credentials to ask AWS with, or -PublicKeyPath what 'aws cloudtrail list-public-keys' prints.");
        }
        var beside = DigestFolders.Beside(files.Paths);
        return new ProvenSource(files, new LocalCopy([.. files.Paths, .. beside]), keys, scope, isWhole: beside.Count == 0 && areFolders);
    }

    private IntegrityScope ScopeOf(string bucket, IReadOnlyList<string>? keys) => keys is null ? IntegrityScope.Of(_query)
        : IntegrityScope.Of([.. keys.Select(key => TrailLogLocation.FromKey(bucket, key))]);

    private ProvenSource OfPlace(ITrailSource source, IntegritySource proof, bool isWhole)
    {
        Kept(proof);
        return new ProvenSource(source, proof.Place, _keys ?? proof.Keys, proof.Scope, isWhole);
    }

    // Open until the cmdlet ends.
    private T Kept<T>(T opened)
    {
        if (opened is IDisposable disposable)
            _opened.Add(disposable);
        return opened;
    }

    /// <summary>Ends the cmdlet where an object of the pipeline is no log that can be read and proven.</summary>
    internal void Check(TrailInput input)
    {
        if (IsRequired && input is not TrailLog)
        {
            Refuse(
                nameof(given.RequireValid),
                "-RequireValid proves log files while they are read. What the pipeline brings was read before, and nothing tells from what: give -RequireValid to the cmdlet that reads the logs.");
        }
    }

    [DoesNotReturn]
    private ITrailSource RefuseText()
    {
        Refuse(nameof(given.RequireValid), "-RequireValid proves log files. Nothing signs records as text: name the files that they are in, or leave -RequireValid out.");
        return null!;
    }

    [DoesNotReturn]
    private void Refuse(string parameter, string message) => run.Cmdlet.ThrowTerminatingError(TrailErrors.Argument(parameter, message));
}
