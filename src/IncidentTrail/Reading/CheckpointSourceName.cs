using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The source that a cmdlet's parameters name, as a checkpoint keeps it: the same parameters give the same name.</summary>
internal static class CheckpointSourceName
{
    internal static string Of(TrailBucketCommand given, ICmdlet cmdlet)
    {
        var organization = given.OrganizationId is { } id ? $" of {id}" : "";
        return cmdlet.ParameterSet switch
        {
            ParameterSets.Bucket => $"s3://{given.BucketName}/{given.KeyPrefix?.Trim('/')}{organization}",
            ParameterSets.Trail => $"the trail {given.TrailName}{organization}",
            ParameterSets.EventHistory => string.Join(' ', (string[])["Event history", .. given.ProfileName, .. given.RoleArn]),
            _ when given is TrailSourceCommand files => string.Join(", ", files.Path.Concat(files.LiteralPath).Select(path => Full(given, path))),
            _ => cmdlet.ParameterSet,
        };
    }

    /// <summary>A path in full, whatever wildcards it has.</summary>
    internal static string Full(TrailBucketCommand given, string path)
    {
        try
        {
            return SamplePath.Find(path, given) is var (folder, below) ? folder + below : given.GetUnresolvedProviderPathFromPSPath(path);
        }
        catch (Exception e) when (e is System.Management.Automation.RuntimeException or ArgumentException)
        {
            // Whoever reads it says what is wrong with it.
            return path;
        }
    }
}
