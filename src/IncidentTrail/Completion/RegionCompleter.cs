using System.Collections;
using IncidentTrail.PowerShell.Completion;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>
/// Completes the Regions that have Incident Manager, as known when this version was made, then the other Regions of AWS; any
/// other is accepted too.
/// </summary>
public sealed class RegionCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
        SeenValues.Of(nameof(TrailEvent.AwsRegion))
            .Concat(IncidentManagerRegions.All.Select(r => (r, $"{r}, with Incident Manager")))
            .Concat(IncidentManagerRegions.Others.Select(r => (r, $"{r}, of AWS")))
            .DistinctBy(r => r.Item1);
}
