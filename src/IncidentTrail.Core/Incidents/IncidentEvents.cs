namespace IncidentTrail.Incidents;

/// <summary>The events that tell of incidents: Incident Manager's own, and those of other services that change what it rests on.</summary>
internal static class IncidentEvents
{
    private static readonly Dictionary<string, string[]> s_others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ssm"] = ["CreateOpsItem", "StartAutomationExecution"],
        ["cloudtrail"] = ["StopLogging", "StartLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"],
        ["monitoring"] = ["DeleteAlarms", "DisableAlarmActions", "EnableAlarmActions", "PutMetricAlarm", "PutCompositeAlarm", "SetAlarmState"],
        ["events"] = ["DisableRule", "EnableRule", "DeleteRule", "RemoveTargets"],
        ["kms"] = ["DisableKey", "EnableKey", "ScheduleKeyDeletion", "CancelKeyDeletion"],
        ["iam"] =
        [
            "AttachRolePolicy", "DetachRolePolicy", "PutRolePolicy", "DeleteRolePolicy", "UpdateAssumeRolePolicy",
            "DeleteRole", "DeleteServiceLinkedRole", "PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary",
        ],
    };

    /// <summary>The sources beside Incident Manager's, each with the names of the events wanted: all, or those of incidents alone.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Others(bool changesToo) =>
        s_others.Where(o => changesToo || o.Key == "ssm")
            .ToDictionary(o => o.Key + ".amazonaws.com", o => (IReadOnlyList<string>)o.Value, StringComparer.OrdinalIgnoreCase);

    internal static bool IsIncidentManager(string service) => service is "ssm-incidents" or "ssm-contacts";

    internal static bool IsWanted(TrailEvent trailEvent)
    {
        var service = IncidentCall.Short(trailEvent.EventSource);
        return IsIncidentManager(service)
            || (s_others.TryGetValue(service, out var names)
                && names.Contains(trailEvent.EventName, StringComparer.OrdinalIgnoreCase));
    }
}
