using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes what an incident's status can be.</summary>
public sealed class StatusCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
        [("OPEN", "Started, or opened again, and not resolved in what was read"), ("RESOLVED", "Resolved last")];
}
