using IncidentTrail.Actions;

namespace IncidentTrail.Incidents.Calls;

/// <summary>The events that tell of incidents: Incident Manager's own, and those of other services that change what it rests on.</summary>
internal static class IncidentEvents
{
    // What is done for an incident; and, under the same source, what changes the runbooks that incidents start.
    private static readonly string[] s_steps = ["CreateOpsItem", "StartAutomationExecution"];

    private static readonly Dictionary<string, string[]> s_others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ssm"] =
        [
            .. s_steps, "UpdateDocument", "UpdateDocumentDefaultVersion", "DeleteDocument", "ModifyDocumentPermission",
            "StopAutomationExecution", "SendAutomationSignal",
        ],
        ["cloudtrail"] = ["CreateTrail", "StopLogging", "StartLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"],
        // Of a trail's bucket: buckets have other events all day.
        ["s3"] = ["PutBucketPolicy", "DeleteBucketPolicy", "PutBucketLifecycle", "PutBucketVersioning", "DeleteBucket"],
        ["monitoring"] =
        [
            "DeleteAlarms", "DisableAlarmActions", "EnableAlarmActions", "PutMetricAlarm", "PutCompositeAlarm", "SetAlarmState", "PutAlarmMuteRule", "DeleteAlarmMuteRule",
        ],
        ["events"] =
        [
            "DisableRule", "EnableRule", "DeleteRule", "PutRule", "PutTargets", "RemoveTargets", "DeleteEventBus", "DeactivateEventSource",
            "PutPermission", "RemovePermission",
        ],
        ["kms"] = ["DisableKey", "EnableKey", "ScheduleKeyDeletion", "CancelKeyDeletion", "PutKeyPolicy", "DeleteImportedKeyMaterial"],
        ["iam"] =
        [
            "AttachRolePolicy", "DetachRolePolicy", "PutRolePolicy", "DeleteRolePolicy", "UpdateAssumeRolePolicy",
            "DeleteRole", "DeleteServiceLinkedRole", "PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary",
            "CreatePolicyVersion", "SetDefaultPolicyVersion",
        ],
        ["account"] = ["DisableRegion"],
        ["organizations"] = ["AttachPolicy", "DetachPolicy"],
        ["ram"] = ["CreateResourceShare", "AssociateResourceShare", "DisassociateResourceShare", "UpdateResourceShare", "DeleteResourceShare"],
        ["sns"] = ["DeleteTopic", "SetTopicAttributes", "Unsubscribe", "SetSubscriptionAttributes", "RemovePermission", "PutDataProtectionPolicy"],
        ["chatbot"] =
        [
            "CreateSlackChannelConfiguration", "UpdateSlackChannelConfiguration", "DeleteSlackChannelConfiguration",
            "CreateMicrosoftTeamsChannelConfiguration", "UpdateMicrosoftTeamsChannelConfiguration", "DeleteMicrosoftTeamsChannelConfiguration",
            "CreateChimeWebhookConfiguration", "UpdateChimeWebhookConfiguration", "DeleteChimeWebhookConfiguration",
            "DeleteSlackWorkspaceAuthorization", "DeleteMicrosoftTeamsConfiguredTeam",
        ],
    };

    /// <summary>The sources beside Incident Manager's, each with the names of the events wanted: all, or those of incidents alone.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Others(bool changesToo)
    {
        var others = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (service, names) in s_others)
        {
            if (changesToo || service == "ssm")
                others.Add(service + IncidentManagerSources.Suffix, changesToo ? names : s_steps);
        }
        return others;
    }

    /// <summary>The name as it is spelled here, whatever case it came in; another name as it came.</summary>
    internal static string NameOf(string service, string? name) =>
        (s_others.TryGetValue(service, out var names)
            ? Array.Find(names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) : null) ?? name ?? string.Empty;

    /// <summary>Whether events of that service and name tell of incidents, or of what changes what they rest on.</summary>
    internal static bool IsWanted(string service, string? name) =>
        IncidentManagerSources.IsService(service)
        || (s_others.TryGetValue(service, out var names) && names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
