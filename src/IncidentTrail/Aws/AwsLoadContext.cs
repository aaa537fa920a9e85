using System.Reflection;
using System.Runtime.Loader;
using IncidentTrail.Loading;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>
/// Where the adapter and its copy of the AWS SDK live, apart from those of other modules: every 4.x of the SDK has the
/// same assembly version, so in one context the first copy loaded would serve all. Not collectible: the SDK keeps threads
/// and statics that never end.
/// </summary>
internal sealed class AwsLoadContext(string folder) : AssemblyLoadContext("IncidentTrail.Aws")
{
    private static readonly AssemblyName s_adapter = new("IncidentTrail.Aws");

    /// <summary>The adapter, as the folder has it.</summary>
    internal Assembly LoadAdapter() => LoadFromAssemblyName(s_adapter);

    // What the folder does not have (the engine, the runtime) is shared with the module.
    protected override Assembly? Load(AssemblyName assemblyName) =>
        PrecompiledAssembly.Load(this, folder, assemblyName.Name!) ?? LoadPortable(assemblyName.Name!);

    private Assembly? LoadPortable(string name)
    {
        var path = Path.Combine(folder, name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
