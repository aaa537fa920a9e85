using System.Management.Automation;
using IncidentTrail.Integrity;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>Makes of the sources of a cmdlet with -RequireValid those that give proven logs alone, and refuses what nothing signs.</summary>
/// <param name="given">The cmdlet's parameters.</param>
/// <param name="cmdlet">The cmdlet.</param>
internal sealed class RequiredProof(TrailSourceCommand given, ICmdlet cmdlet)
{
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
        if (cmdlet.ParameterSet == ParameterSets.Athena)
            Refuse(nameof(given.RequireValid), "-RequireValid proves log files. Athena gives rows of them, which nothing signs: leave -AthenaTable or -RequireValid out.");
        if (cmdlet.ParameterSet == ParameterSets.Json)
            RefuseText();
        _keys = PublicKeys.Read((PSCmdlet)given, given.PublicKeyPath);
    }

    /// <summary>The source of proven logs alone; the source itself where nobody asks for that.</summary>
    internal ITrailSource Of(ITrailSource source)
    {
        if (!IsRequired)
            return source;
        if (source is not FileSource files)
        {
            RefuseText();
            return source;
        }
        if (_keys is null)
        {
            Refuse(
                nameof(given.RequireValid),
                "-RequireValid needs CloudTrail's public keys to prove copies of logs: give -PublicKeyPath what 'aws cloudtrail list-public-keys' prints.");
        }
        var beside = DigestFolders.Beside(files.Paths);
        // A file that is named is read whatever the window.
        var areFolders = files.Paths.All(Directory.Exists);
        return new ProvenSource(
            source, new LocalCopy([.. files.Paths, .. beside]), _keys!, areFolders ? IntegrityScope.Of(_query) : new IntegrityScope(),
            isWhole: beside.Count == 0 && areFolders);
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

    private void RefuseText() => Refuse(
        nameof(given.RequireValid), "-RequireValid proves log files. Nothing signs records as text: name the files that they are in, or leave -RequireValid out.");

    private void Refuse(string parameter, string message) => cmdlet.ThrowTerminatingError(TrailErrors.Argument(parameter, message));
}
