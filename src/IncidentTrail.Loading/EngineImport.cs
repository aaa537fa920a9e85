using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace IncidentTrail.Loading;

/// <summary>
/// Loads the engine and the cmdlets that were compiled ahead for this system. PowerShell imports this nested module before
/// it loads the cmdlets; they and what they ask for are then already there, and where nothing was loaded they are the
/// portable ones.
/// </summary>
public sealed class EngineImport : IModuleAssemblyInitializer
{
    /// <summary>Called by PowerShell, in the session that imports the module.</summary>
    public void OnImport()
    {
        // The portable engine is found beside the portable cmdlets: so both, or the engine alone, or neither.
        if (Load("IncidentTrail.Core") is not null)
            Load("IncidentTrail");
    }

    private static Assembly? Load(string name) =>
        PrecompiledAssembly.Load(AssemblyLoadContext.Default, ModuleFolder.Path, name);
}
