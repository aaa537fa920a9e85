using System.Management.Automation;

namespace IncidentTrail.PowerShell.Output;

/// <summary>A caller that stands for several: the same object, whose table says how many they are.</summary>
internal static class GroupedCaller
{
    private const string TypeName = "IncidentTrail.TrailCallerSummary#Grouped";

    /// <summary>The caller as PowerShell is to have it.</summary>
    internal static PSObject Of(TrailCallerSummary caller)
    {
        var row = new PSObject(caller);
        row.TypeNames.Insert(0, TypeName);
        return row;
    }
}
