using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>Says what changed in the services that incidents rest on: alarms, event rules, keys, roles and their policies, shares, topics, chat, runbooks, buckets, Regions.</summary>
internal static class ServiceChangeText
{
    /// <param name="history">The changes read, which tell what it replaced.</param>
    internal static string? Of(IncidentCall call, ChangeHistory? history)
    {
        var names = string.Join(", ", ChangedThings.Of(call).Select(t => t.Name).Distinct(StringComparer.Ordinal));
        var what = names.Length == 0 ? ChangeText.NotRecorded : names;
        return call.Service switch
        {
            "monitoring" => AlarmChangeText.Of(call, names, what),
            "events" => OfRule(call, what, history),
            "kms" => OfKey(call, what),
            "iam" => RoleChangeText.Of(call, what),
            "account" when call.Is("DisableRegion") => $"disabled the Region {what} for account {call.Asked("accountId") ?? call.AccountId ?? ChangeText.NotRecorded}",
            "organizations" => OfOrganization(call),
            "ssm" => OfRunbook(call, what),
            "ram" => OfShare(call),
            "sns" => OfTopic(call, what),
            "chatbot" => OfChat(call),
            "s3" => BucketChangeText.Of(call, what),
            _ => null,
        };
    }

    private static string? OfRule(IncidentCall call, string what, ChangeHistory? history) => call.Name switch
    {
        "DisableRule" => $"disabled the event rule {what}",
        "EnableRule" => $"enabled the event rule {what}",
        "DeleteRule" => $"deleted the event rule {what}",
        "PutRule" => $"made or changed the event rule {what}{Rule(call, history)}",
        "PutTargets" => $"gave targets to the event rule {what}{Targets(call)}{NotDone(call)}",
        "RemoveTargets" => $"removed targets from the event rule {what}{(Texts(call.Request?["ids"]) is { Count: > 0 } ids ? $" ({string.Join(", ", ids)})" : null)}{NotDone(call)}",
        "DeleteEventBus" => $"deleted the event bus {what}",
        "PutPermission" => call.Asked("policy") is null
            ? $"let {call.Asked("principal") ?? ChangeText.NotRecorded} send events to the event bus {what}" : $"replaced the policy of the event bus {what}",
        "RemovePermission" => $"took {Permission(call)} out of the policy of the event bus {what}",
        "DeactivateEventSource" => $"deactivated the partner event source {what}",
        _ => null,
    };

    private static string Permission(IncidentCall call) => Field.Flag(call.Request?["removeAllPermissions"]) == true
        ? "all permissions" : $"the permission {call.Asked("statementId") ?? ChangeText.NotRecorded}";

    private static string? Rule(IncidentCall call, ChangeHistory? history)
    {
        var parts = new List<string>();
        if (call.Asked("state") is { } state && state.StartsWith("DISABLED", StringComparison.OrdinalIgnoreCase))
            parts.Add("disabled (state DISABLED)");
        if (call.Asked("eventPattern") is { } pattern)
            parts.Add(Pattern(call, pattern, history));
        if (call.Asked("scheduleExpression") is not null)
            parts.Add("with a schedule");
        return parts.Count == 0 ? null : ", " + string.Join(", ", parts);
    }

    private static string Pattern(IncidentCall call, string pattern, ChangeHistory? history)
    {
        var before = ChangedThings.RuleOf(call) is { } rule ? history?.PatternBefore(rule, call.TimeUtc) : null;
        return before is null ? "with an event pattern"
            : Written(before.Asked("eventPattern")!) == Written(pattern) ? "with the event pattern that it had"
            : $"with another event pattern than that of {DurationWriter.Utc(before.TimeUtc!.Value)}";
    }

    private static string Written(string json) => Field.Object(json) is { } pattern ? JsonLine.Write(pattern) : json;

    private static string? Targets(IncidentCall call)
    {
        var arns = (call.Request?["targets"] as object[] ?? []).Select(t => Field.Text(t, "arn")).OfType<string>().ToList();
        var plans = arns.Where(ResourceName.IsPlan).Select(ChangeText.Shortened).ToList();
        return arns.Count == 0 ? null
            : plans.Count == 0 ? ", none of them a response plan"
            : $", of them the response plan {string.Join(", ", plans)}";
    }

    // Such a call succeeds where it was done for some of its targets, or for none.
    private static string? NotDone(IncidentCall call) => Field.Text(call.Response?["failedEntryCount"]) is { } count and not "0"
        ? $", which failed for {count} of them" : null;

    private static string? OfOrganization(IncidentCall call)
    {
        var policy = $"the organization's policy {call.Asked("policyId") ?? ChangeText.NotRecorded}";
        var target = call.Asked("targetId") is { } id ? id.All(char.IsAsciiDigit) ? $"account {id}" : id : ChangeText.NotRecorded;
        return call.Name switch
        {
            "AttachPolicy" => $"attached {policy} to {target}",
            "DetachPolicy" => $"detached {policy} from {target}",
            _ => null,
        };
    }

    private static string? OfKey(IncidentCall call, string what) => call.Name switch
    {
        "DisableKey" => $"disabled the key {what}",
        "EnableKey" => $"enabled the key {what}",
        "ScheduleKeyDeletion" => $"scheduled the deletion of the key {what}, which cannot be used from then on",
        "CancelKeyDeletion" => $"cancelled the deletion of the key {what}, which is disabled until somebody enables it",
        "PutKeyPolicy" => $"changed the policy of the key {what}",
        "DeleteImportedKeyMaterial" => $"deleted the imported material of the key {what}, which cannot be used until it is imported again",
        _ => null,
    };

    private static string? OfRunbook(IncidentCall call, string what) => call.Name switch
    {
        "UpdateDocument" => $"changed the document {what}",
        "UpdateDocumentDefaultVersion" => $"made version {call.Asked("documentVersion") ?? ChangeText.NotRecorded} the default of the document {what}",
        "DeleteDocument" => $"deleted the document {what}",
        "StopAutomationExecution" => $"stopped the automation {what}{(call.Asked("type") is { } type ? $" ({type})" : null)}",
        "SendAutomationSignal" when call.Asked("signalType") is "Reject" or "Revoke" or "StopStep" => $"sent the signal {call.Asked("signalType")} to the automation {what}",
        "ModifyDocumentPermission" => $"changed which accounts share the document {what}",
        _ => null,
    };

    private static string? OfShare(IncidentCall call)
    {
        var share = ChangeText.Shortened(call.Asked("name") ?? Field.Text(call.Response?["resourceShare"], "name")
            ?? call.Asked("resourceShareArn") ?? ChangeText.NotRecorded);
        var moved = Texts(call.Request?["resourceArns"]).Select(Shared)
            .Concat(Texts(call.Request?["principals"]).Select(p => $"the principal {ChangeText.Shortened(p)}")).ToList();
        var what = moved.Count == 0 ? "resources or principals" : string.Join(", ", moved);
        return call.Name switch
        {
            "CreateResourceShare" => $"made the resource share {share} with {what}",
            "AssociateResourceShare" => $"added {what} to the resource share {share}",
            "DisassociateResourceShare" => $"took {what} out of the resource share {share}",
            "UpdateResourceShare" => $"changed the resource share {share}",
            "DeleteResourceShare" => $"deleted the resource share {share}",
            _ => null,
        };
    }

    private static string Shared(string arn) => ResourceName.OfArn(arn) switch
    {
        { Kind: ResourceKind.ResponsePlan } plan => $"the response plan {plan.Name}",
        { Kind: ResourceKind.Contact } contact => $"the contact {contact.Name}",
        _ => ChangeText.Shortened(arn),
    };

    private static string? OfTopic(IncidentCall call, string what)
    {
        var attribute = call.Asked("attributeName") ?? ChangeText.NotRecorded;
        return call.Name switch
        {
            "DeleteTopic" => $"deleted the topic {what}",
            "SetTopicAttributes" => $"set the attribute {attribute} of the topic {what}",
            "RemovePermission" => $"took the permission {call.Asked("label") ?? ChangeText.NotRecorded} out of the policy of the topic {what}",
            "PutDataProtectionPolicy" => $"set the data protection policy of the topic {what}",
            "Unsubscribe" => $"ended a subscription of the topic {what}",
            "SetSubscriptionAttributes" => $"set the attribute {attribute} of a subscription of the topic {what}",
            _ => null,
        };
    }

    // A webhook's address is a secret, and never among the words.
    private static string OfChat(IncidentCall call)
    {
        var verb = call.Name.StartsWith("Create", StringComparison.Ordinal) ? "made"
            : call.Name.StartsWith("Delete", StringComparison.Ordinal) ? "deleted" : "changed";
        if (call.Name is "DeleteSlackWorkspaceAuthorization" or "DeleteMicrosoftTeamsConfiguredTeam")
            return $"ended the chat service's access to the {(call.Asked("teamId") is { } team ? $"team {team}" : $"workspace {call.Asked("slackTeamId") ?? ChangeText.NotRecorded}")}";
        var configuration = call.Asked("configurationName") ?? call.Asked("chatConfigurationArn") ?? ChangeText.NotRecorded;
        var topics = call.Request?["snsTopicArns"] is not object[] arns || verb == "deleted" ? null
            : arns.Length == 0 ? ", without any topic"
            : $", with the topics {string.Join(", ", Texts(arns).Select(a => ResourceName.OfArn(a)?.Name ?? a))}";
        return $"{verb} the chat configuration {ChangeText.Shortened(configuration)}{topics}";
    }

    private static List<string> Texts(object? value) => [.. (value as object[] ?? []).OfType<string>()];
}
