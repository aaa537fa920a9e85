using IncidentTrail.Contracts;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>Where what the pipeline brings lies, for a test by digests: a log's file or bucket, and a package of evidence.</summary>
/// <param name="cmdlet">The cmdlet's name.</param>
/// <param name="report">Says a fault as an error.</param>
internal sealed class GivenPlaces(string cmdlet, Action<TrailFault> report)
{
    private readonly RefusedInputs _refused = new(report);

    /// <summary>The places; what has none has been said as an error, once of each kind.</summary>
    public IEnumerable<(string? Path, string? BucketName)> Of(IEnumerable<TrailInput> inputs)
    {
        foreach (var input in inputs)
        {
            if (input is TrailLog log && (log.Path ?? log.BucketName) is not null)
                yield return (log.Path, log.BucketName);
            else if (input is OtherInput { TypeName: nameof(TrailEvidence) } package && package.ValueOf(nameof(TrailEvidence.Path)) is string path)
                yield return (path, null);
            else
                _refused.Add(InputFaults.Of(cmdlet, InputFaults.Copies, input));
        }
    }
}
