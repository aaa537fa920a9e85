using IncidentTrail.Loading;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>The adapter to AWS, loaded when it is first needed and not with the module.</summary>
internal static class AwsAdapter
{
    private static readonly Lazy<ITrailConnector> Loaded = new(Load);

    /// <summary>What opens the sources that are behind AWS's services.</summary>
    internal static ITrailConnector Connector => Loaded.Value;

    private static ITrailConnector Load()
    {
        var folder = Path.Combine(ModuleFolder.Path, "aws");
        var type = new AwsLoadContext(folder).LoadAdapter().GetType("IncidentTrail.Aws.AwsConnector", throwOnError: true)!;
        return (ITrailConnector)Activator.CreateInstance(type)!;
    }
}
