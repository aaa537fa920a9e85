namespace IncidentTrail.PowerShell.Arguments;

/// <summary>Says why objects are not taken, once of each kind: nobody reads the same of a thousand.</summary>
/// <param name="report">Says a fault as an error.</param>
internal sealed class RefusedInputs(Action<TrailFault> report)
{
    private readonly HashSet<string> _said = [];

    /// <summary>True where anything was refused.</summary>
    internal bool Any => _said.Count > 0;

    /// <summary>Says a fault, unless the same was said of another object.</summary>
    internal void Add(TrailFault fault)
    {
        if (_said.Add(fault.Message))
            report(fault);
    }
}
