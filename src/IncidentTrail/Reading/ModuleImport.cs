using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;

namespace IncidentTrail.PowerShell;

/// <summary>What happens at each import of the module, and when it is removed.</summary>
public sealed class ModuleImport : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Called by PowerShell, in the session that imports the module.</summary>
    public void OnImport()
    {
        // First: the registration is most of the import, and of the time that is won.
        Rehearsal.Begin();
        TypeRegistration.Register();
        SampleDrive.Make();
    }

    /// <summary>Called by PowerShell, in the session that removes the module.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => SampleDrive.Remove();
}
