using System.Collections;
using IncidentTrail.Contracts;

namespace IncidentTrail.PowerShell;

/// <summary>Completes CloudTrail's categories of events.</summary>
public sealed class EventCategoryCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) => EventCategories.Single;
}
