using System.Management.Automation;

namespace IncidentTrail.PowerShell.Output;

/// <summary>A value as it is, where PowerShell may have wrapped it.</summary>
internal static class BareValue
{
    /// <summary>What is wrapped; an object of PowerShell's own, which has properties and nothing inside, as it is.</summary>
    internal static object? Of(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
