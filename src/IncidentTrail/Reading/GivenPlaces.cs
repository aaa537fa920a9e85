using IncidentTrail.Contracts;
using IncidentTrail.PowerShell.Arguments;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>Where what is given lies, for a test by digests: a path, a bucket, a log's file or bucket, and a package of evidence.</summary>
/// <param name="cmdlet">The cmdlet's name.</param>
/// <param name="paths">Finds what paths stand for.</param>
/// <param name="report">Says a fault as an error.</param>
internal sealed class GivenPlaces(string cmdlet, LocalPaths paths, Action<TrailFault> report)
{
    private readonly RefusedInputs _refused = new(report);

    /// <summary>The places that the parameters name, but for a trail's; what has none has been said as an error, once of each kind.</summary>
    public IEnumerable<(string? Path, string? BucketName)> Of(TrailIntegrityCommand command) => command.ParameterSetName switch
    {
        ParameterSets.Path => OnDisk(command.Path.SelectMany(paths.OfPattern)),
        ParameterSets.LiteralPath => OnDisk(command.LiteralPath.SelectMany(paths.OfLiteral)),
        ParameterSets.Bucket => [(null, command.BucketName)],
        ParameterSets.InputObject => Of(command.InputObject),
        _ => [],
    };

    private static IEnumerable<(string? Path, string? BucketName)> OnDisk(IEnumerable<string> found) =>
        found.Select<string, (string?, string?)>(path => (path, null));

    private IEnumerable<(string? Path, string? BucketName)> Of(IEnumerable<TrailInput> inputs)
    {
        foreach (var input in inputs)
        {
            if (PathOf(input) is { } path)
            {
                if (IsThere(path))
                    yield return (path, null);
            }
            else if (input is TrailLog { BucketName: { } bucket })
            {
                yield return (null, bucket);
            }
            else
            {
                _refused.Add(InputFaults.Of(cmdlet, TakenInput.Copies, input));
            }
        }
    }

    private static string? PathOf(TrailInput input) => input is TrailLog log ? log.Path
        : input is OtherInput { TypeName: nameof(TrailEvidence) } package ? package.ValueOf(nameof(TrailEvidence.Path)) as string
        : null;

    // A log may be gone since it was listed. By its place in an archive it would be known, and its digest never be found.
    private bool IsThere(string path)
    {
        if (System.IO.Path.Exists(path))
            return true;
        _refused.Add(FileSource.ArchiveOf(path) is { } archive
            ? new TrailFault(TrailFaultKind.Argument, archive, $"{archive} is an archive and was not looked into.", CmdletRemedies.ArchiveUntested)
            : new TrailFault(TrailFaultKind.SourceNotFound, path, $"The path '{path}' does not exist.", CmdletRemedies.PathMissing));
        return false;
    }
}
