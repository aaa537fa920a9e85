using System.Collections;
using IncidentTrail.Actions;

namespace IncidentTrail.PowerShell;

/// <summary>Completes the names of Incident Manager's API actions; those of the source, where one is given.</summary>
public sealed class EventNameCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
        ActionSelection.Select([], Texts(bound, nameof(TrailEvent.EventSource)), [], [])
            .GroupBy(a => a.EventName, StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, string.Join("; ", g.Select(a => $"{a.Access} of {a.ResourceKind}, {a.EventSource}"))));
}
