using System.Reflection;
using System.Runtime.Loader;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>
/// Where the adapter and its copy of the AWS SDK live, apart from those of other modules: every 4.x of the SDK has the
/// same assembly version, so in one context the first copy loaded would serve all. Not collectible: the SDK keeps threads
/// and statics that never end.
/// </summary>
internal sealed class AwsLoadContext(string folder) : AssemblyLoadContext("IncidentTrail.Aws")
{
    /// <summary>The adapter, as the folder has it.</summary>
    internal Assembly LoadAdapter() => LoadFromAssemblyPath(Path.Combine(folder, "IncidentTrail.Aws.dll"));

    // What the folder does not have (the engine, the runtime) is shared with the module.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
