using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>Says what changed in the services that incidents rest on: alarms, event rules, keys, roles, shares, topics, chat, runbooks.</summary>
internal static class ServiceChangeText
{
    private const string PlanPart = ":response-plan/";

    /// <param name="history">The changes read, which tell what it replaced.</param>
    internal static string? Of(IncidentCall call, ChangeHistory? history)
    {
        var names = string.Join(", ", ChangedThings.Of(call).Select(t => t.Name).Distinct(StringComparer.Ordinal));
        var what = names.Length == 0 ? ChangeText.NotRecorded : names;
        return call.Service switch
        {
            "monitoring" => OfAlarm(call, names, what),
            "events" => OfRule(call, what, history),
            "kms" => OfKey(call, what),
            "iam" => $"changed the role {what} ({call.Name})",
            "ssm" => OfDocument(call, what),
            "ram" => OfShare(call),
            "sns" => OfTopic(call, what),
            "chatbot" => OfChat(call),
            _ => null,
        };
    }

    private static string? OfAlarm(IncidentCall call, string names, string what) => call.Name switch
    {
        "DeleteAlarms" => $"deleted the alarms {what}",
        "DisableAlarmActions" => $"disabled the actions of the alarms {what}",
        "EnableAlarmActions" => $"enabled the actions of the alarms {what}",
        "PutMetricAlarm" or "PutCompositeAlarm" => $"made or changed the alarm {what}{AlarmActions(call)}{Suppressor(call)}",
        "PutAlarmMuteRule" => $"made or changed the mute rule {call.Asked("name") ?? ChangeText.NotRecorded}"
            + (names.Length == 0 ? ", which names no alarm" : $", which mutes the actions of the alarms {names}") + MuteTimes(call),
        "DeleteAlarmMuteRule" => $"deleted the mute rule {call.Asked("alarmMuteRuleName") ?? ChangeText.NotRecorded}",
        "SetAlarmState" => $"set the state of the alarm {what} by hand{(call.Asked("stateValue") is { } state ? $" to {state}" : null)}",
        _ => null,
    };

    // When alarms are muted: `at(…)` once, `cron(…)` again and again.
    private static string? MuteTimes(IncidentCall call)
    {
        var schedule = Field.Of(call.Request?["rule"], "schedule");
        string?[] parts =
        [
            Field.Text(schedule, "expression"), Field.Text(schedule, "duration") is { } duration ? $"for {duration}" : null, Field.Text(schedule, "timezone"),
        ];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } times ? $" ({times})" : null;
    }

    // The call replaces all of an alarm: what it does not name, the alarm does not have.
    private static string? AlarmActions(IncidentCall call)
    {
        if (call.Asked("alarmName") is null)
            return null;
        if (Field.Flag(call.Request?["actionsEnabled"]) == false)
            return ", its actions turned off (actionsEnabled false)";
        var actions = Texts(call.Request?["alarmActions"]);
        var plans = actions.Where(IsPlan).Select(ChangeText.Shortened).ToList();
        return actions.Count == 0 ? ", without any alarm action"
            : plans.Count == 0 ? ", none of its alarm actions starting an incident"
            : $", its alarm actions starting incidents of {string.Join(", ", plans)}";
    }

    private static string? Suppressor(IncidentCall call) => call.Asked("actionsSuppressor") is { Length: > 0 } suppressor
        ? $", its actions suppressed while the alarm {ResourceName.OfArn(suppressor)?.Name ?? suppressor} is in ALARM" : null;

    private static string? OfRule(IncidentCall call, string what, ChangeHistory? history) => call.Name switch
    {
        "DisableRule" => $"disabled the event rule {what}",
        "EnableRule" => $"enabled the event rule {what}",
        "DeleteRule" => $"deleted the event rule {what}",
        "PutRule" => $"made or changed the event rule {what}{Rule(call, history)}",
        "PutTargets" => $"gave targets to the event rule {what}{Targets(call)}",
        "RemoveTargets" => $"removed targets from the event rule {what}{(Texts(call.Request?["ids"]) is { Count: > 0 } ids ? $" ({string.Join(", ", ids)})" : null)}",
        "DeleteEventBus" => $"deleted the event bus {what}",
        "DeactivateEventSource" => $"deactivated the partner event source {what}",
        _ => null,
    };

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
        var plans = arns.Where(IsPlan).Select(ChangeText.Shortened).ToList();
        return arns.Count == 0 ? null
            : plans.Count == 0 ? ", none of them a response plan"
            : $", of them the response plan {string.Join(", ", plans)}";
    }

    private static string? OfKey(IncidentCall call, string what) => call.Name switch
    {
        "DisableKey" => $"disabled the key {what}",
        "EnableKey" => $"enabled the key {what}",
        "ScheduleKeyDeletion" => $"scheduled the deletion of the key {what}",
        "CancelKeyDeletion" => $"cancelled the deletion of the key {what}",
        "PutKeyPolicy" => $"changed the policy of the key {what}",
        "DeleteImportedKeyMaterial" => $"deleted the imported material of the key {what}",
        _ => null,
    };

    private static string? OfDocument(IncidentCall call, string what) => call.Name switch
    {
        "UpdateDocument" => $"changed the document {what}",
        "UpdateDocumentDefaultVersion" => $"made version {call.Asked("documentVersion") ?? ChangeText.NotRecorded} the default of the document {what}",
        "DeleteDocument" => $"deleted the document {what}",
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
            return $"ended the chat service's access to the workspace {call.Asked("slackTeamId") ?? call.Asked("teamId") ?? ChangeText.NotRecorded}";
        var configuration = call.Asked("configurationName") ?? call.Asked("chatConfigurationArn") ?? ChangeText.NotRecorded;
        var topics = call.Request?["snsTopicArns"] is not object[] arns || verb == "deleted" ? null
            : arns.Length == 0 ? ", without any topic"
            : $", with the topics {string.Join(", ", Texts(arns).Select(a => ResourceName.OfArn(a)?.Name ?? a))}";
        return $"{verb} the chat configuration {ChangeText.Shortened(configuration)}{topics}";
    }

    private static bool IsPlan(string arn) => arn.Contains(PlanPart, StringComparison.Ordinal);

    private static List<string> Texts(object? value) => [.. (value as object[] ?? []).OfType<string>()];
}
