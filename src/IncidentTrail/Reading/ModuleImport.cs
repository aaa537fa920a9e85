using System.Management.Automation;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;

namespace IncidentTrail.PowerShell;

/// <summary>What happens at each import of the module.</summary>
public sealed class ModuleImport : IModuleAssemblyInitializer
{
    /// <summary>Called by PowerShell, in the session that imports the module.</summary>
    public void OnImport()
    {
        // First: the registration is most of the import, and of the time that is won.
        Rehearsal.Begin();
        TypeRegistration.Register();
    }
}
