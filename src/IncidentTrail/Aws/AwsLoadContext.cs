using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>
/// Where the adapter and its copy of the AWS SDK live, apart from those of other modules: every 4.x of the SDK has the
/// same assembly version, so in one context the first copy loaded would serve all. Not collectible: the SDK keeps threads
/// and statics that never end.
/// </summary>
internal sealed class AwsLoadContext(string folder) : AssemblyLoadContext("IncidentTrail.Aws")
{
    private static readonly AssemblyName s_adapter = new("IncidentTrail.Aws");

    // The same assemblies, compiled ahead for exactly this system and processor. Most systems have no such folder.
    private readonly string _precompiled = Path.Combine(folder, RuntimeInformation.RuntimeIdentifier);

    /// <summary>The adapter, as the folder has it.</summary>
    internal Assembly LoadAdapter() => LoadFromAssemblyName(s_adapter);

    // What the folder does not have (the engine, the runtime) is shared with the module. Each file is chosen by itself: the portable
    // assembly and the precompiled one are the same IL of the same identity, so any mixture of them is the adapter.
    protected override Assembly? Load(AssemblyName assemblyName) =>
        LoadPrecompiled(assemblyName.Name + ".dll") ?? LoadPortable(assemblyName.Name + ".dll");

    private Assembly? LoadPrecompiled(string file)
    {
        var path = Path.Combine(_precompiled, file);
        try
        {
            return File.Exists(path) && NativeCode.IsForThisProcess(path) ? LoadFromAssemblyPath(path) : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            // Damaged, or not to be read: with the portable one the first command is slower, and all else is the same.
            return null;
        }
    }

    private Assembly? LoadPortable(string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
