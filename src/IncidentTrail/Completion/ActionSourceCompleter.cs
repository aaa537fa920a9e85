using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes the event sources of the catalogue of actions: Incident Manager's two.</summary>
public sealed class ActionSourceCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
        TrailActions.All
            .GroupBy(a => a.EventSource, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, $"{g.Count()} actions of Incident Manager"));
}
