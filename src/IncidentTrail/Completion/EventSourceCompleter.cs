using System.Collections;

namespace IncidentTrail.PowerShell;

/// <summary>Completes event sources: Incident Manager's two, and those that stand beside an incident.</summary>
public sealed class EventSourceCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) =>
    [
        ("ssm-incidents.amazonaws.com", "Incident Manager: incidents, response plans, replication sets"),
        ("ssm-contacts.amazonaws.com", "Incident Manager: contacts, channels, engagements, rotations"),
        ("ssm.amazonaws.com", "Systems Manager: OpsItems and automations"),
        ("monitoring.amazonaws.com", "CloudWatch: alarms"),
        ("events.amazonaws.com", "EventBridge: rules"),
        ("cloudtrail.amazonaws.com", "CloudTrail: changes to the trail itself"),
        ("iam.amazonaws.com", "IAM"),
        ("kms.amazonaws.com", "KMS"),
    ];
}
