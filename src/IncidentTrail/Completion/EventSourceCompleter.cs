using System.Collections;
using IncidentTrail.Actions;

namespace IncidentTrail.PowerShell;

/// <summary>Completes event sources: Incident Manager's two, and those that stand beside an incident.</summary>
public sealed class EventSourceCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
    [
        (IncidentManagerSources.Incidents + IncidentManagerSources.Suffix, "Incident Manager: incidents, response plans, replication sets"),
        (IncidentManagerSources.Contacts + IncidentManagerSources.Suffix, "Incident Manager: contacts, channels, engagements, rotations"),
        ("ssm.amazonaws.com", "Systems Manager: OpsItems and automations"),
        ("monitoring.amazonaws.com", "CloudWatch: alarms"),
        ("events.amazonaws.com", "EventBridge: rules"),
        ("cloudtrail.amazonaws.com", "CloudTrail: changes to the trail itself"),
        ("iam.amazonaws.com", "IAM"),
        ("kms.amazonaws.com", "KMS"),
    ];
}
