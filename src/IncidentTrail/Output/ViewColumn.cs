using System.Management.Automation;

namespace IncidentTrail.PowerShell.Output;

/// <summary>A hidden property that shows more than one value of an object, or shows one otherwise than its kind is shown.</summary>
internal sealed record ViewColumn(Type Type, string Name, Func<PSObject, string?> Text);
