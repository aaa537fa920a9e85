using System.Management.Automation;
using System.Runtime.Loader;

namespace IncidentTrail.Loading;

/// <summary>
/// Loads the engine that was compiled ahead for this system. PowerShell imports this nested module before it looks at the cmdlets;
/// what they ask for is then already there, and where nothing was loaded they take the portable engine beside them.
/// </summary>
public sealed class EngineImport : IModuleAssemblyInitializer
{
    /// <summary>Called by PowerShell, in the session that imports the module.</summary>
    public void OnImport() => PrecompiledAssembly.Load(
        AssemblyLoadContext.Default, Path.GetDirectoryName(typeof(EngineImport).Assembly.Location)!, "IncidentTrail.Core");
}
