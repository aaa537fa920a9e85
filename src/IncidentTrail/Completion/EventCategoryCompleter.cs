using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes CloudTrail's categories of events.</summary>
public sealed class EventCategoryCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
    [
        ("Management", "API calls on resources; every call of Incident Manager is one"),
        ("Data", "API calls on data in resources"),
        ("NetworkActivity", "Calls through a VPC endpoint"),
        ("Insight", "Unusual rates of calls or errors"),
    ];
}
