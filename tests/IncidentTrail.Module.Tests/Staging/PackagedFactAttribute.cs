using System.Runtime.InteropServices;

namespace IncidentTrail.Module.Tests.Staging;

/// <summary>A test of the module as a package holds it: with engine and adapter precompiled for each of the common systems.</summary>
internal sealed class PackagedFactAttribute : FactAttribute
{
    public PackagedFactAttribute()
    {
        if (!CommonSystems.AreStaged)
            Skip = "Of this build nothing precompiled was staged; ./build.ps1 -Task Package does it, and .ci/run before the tests.";
        else if (!CommonSystems.Machines.ContainsKey(RuntimeInformation.RuntimeIdentifier))
            Skip = $"Nothing is precompiled for {RuntimeInformation.RuntimeIdentifier}.";
    }
}
