using System.Collections;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>Completes the Regions that have Incident Manager, as known when this version was made; any other is accepted too.</summary>
public sealed class RegionCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
        IncidentManagerRegions.All.Select(r => (r, r));
}
