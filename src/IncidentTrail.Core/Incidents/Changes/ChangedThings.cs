using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>What a change is about: the things that its request names, in the account and Region of the call where no ARN says otherwise.</summary>
internal static class ChangedThings
{
    /// <summary>The parameters with an alarm's actions, one a state: each may start incidents.</summary>
    internal static IReadOnlyList<string> AlarmActions { get; } = ["alarmActions", "insufficientDataActions", "okActions"];

    internal static IReadOnlyList<ResourceName> Of(IncidentCall call) => [.. All(call).OfType<ResourceName>().Distinct()];

    /// <summary>The contacts that a call on contacts names.</summary>
    internal static IEnumerable<ResourceName> ContactsOf(IncidentCall call)
    {
        foreach (var parameter in (string[])["contactId", "contactChannelId", "contactArn"])
        {
            var text = call.Asked(parameter);
            if ((parameter == "contactChannelId" ? ContactName.OfItem(text, call) : ContactName.Of(text, call)) is { } contact)
                yield return contact;
        }
        if (ContactName.Of(Field.Text(call.Response?["contactArn"]) ?? call.Asked("alias"), call) is { } made)
            yield return made;
        foreach (var parameter in (string[])["contactIds", "newContactIds"])
        {
            foreach (var text in Texts(call.Request?[parameter]))
            {
                if (ContactName.Of(text, call) is { } member)
                    yield return member;
            }
        }
    }

    /// <summary>The event rule that a call is about.</summary>
    internal static ResourceName? RuleOf(IncidentCall call) => ResourceName.OfArn(Field.Text(call.Response?["ruleArn"]))
        ?? ResourceName.OfRule(call.Asked("rule") ?? call.Asked("name"), call.Asked("eventBusName"), call);

    /// <summary>What an alarm's actions start, and what a rule's targets are.</summary>
    internal static IEnumerable<ResourceName> StartedBy(IncidentCall call) => call.Service switch
    {
        "monitoring" => AlarmActions.SelectMany(a => Texts(call.Request?[a])).Select(ResourceName.OfArn).OfType<ResourceName>(),
        "events" => (call.Request?["targets"] as object[] ?? []).Select(t => ResourceName.OfArn(Field.Text(t, "arn"))).OfType<ResourceName>(),
        _ => [],
    };

    private static IEnumerable<ResourceName?> All(IncidentCall call) => call.Service switch
    {
        IncidentManagerSources.Incidents => [OfIncidents(call)],
        IncidentManagerSources.Contacts => [ContactPlans.RotationOf(call), .. ContactsOf(call)],
        "monitoring" => Texts(call.Request?["alarmName"]).Concat(Texts(call.Request?["alarmNames"]))
            .Concat(Texts(Field.Of(call.Request?["muteTargets"], "alarmNames")))
            .Select(n => ResourceName.Of(ResourceKind.Alarm, n, call)),
        "events" when call.Is("DeleteEventBus") || call.Is("DeactivateEventSource") => [ResourceName.Of(ResourceKind.EventBus, call.Asked("name"), call)],
        "events" when call.Is("PutPermission") || call.Is("RemovePermission") => [ResourceName.BusOf(call)],
        "events" => [RuleOf(call)],
        "kms" => [OfKey(call)],
        // Whoever attaches a policy changes the role, and not the policy.
        "iam" when call.Is("CreatePolicyVersion") || call.Is("SetDefaultPolicyVersion") => [ResourceName.OfArn(call.Asked("policyArn"))],
        "iam" => [ResourceName.Of(ResourceKind.Role, call.Asked("roleName"), call)],
        "ssm" =>
        [
            ResourceName.Of(ResourceKind.Document, call.Asked("name"), call),
            ResourceName.Of(ResourceKind.Automation, call.Asked("automationExecutionId"), call),
        ],
        "sns" => [ResourceName.OfArn(call.Asked("topicArn") ?? call.Asked("subscriptionArn") ?? call.Asked("resourceArn"))],
        "ram" =>
        [
            .. Texts(call.Request?["resourceArns"]).Select(ResourceName.OfArn),
            ResourceName.OfArn(call.Asked("resourceShareArn") ?? Field.Text(call.Response?["resourceShare"], "resourceShareArn")),
        ],
        "chatbot" => OfChat(call),
        "account" => [ResourceName.Of(ResourceKind.Region, call.Asked("regionName"), call.Asked("accountId") ?? call.AccountId, region: null)],
        "organizations" => [ResourceName.Of(ResourceKind.Account, call.Asked("targetId"), call.Asked("targetId"), region: null)],
        "s3" => [ResourceName.Of(ResourceKind.Bucket, call.Asked("bucketName"), call)],
        "cloudtrail" => [ResourceName.Of(ResourceKind.Trail, call.Asked("name") ?? call.Asked("trailName"), call)],
        _ => [],
    };

    private static ResourceName? OfIncidents(IncidentCall call) => call.Action?.ResourceKind switch
    {
        "response-plan" => ResourceName.Of(
            ResourceKind.ResponsePlan, Field.Text(call.Response?["arn"]) ?? call.Asked("arn") ?? call.Asked("name"), call),
        "resource-policy" => ResourceName.Of(ResourceKind.ResponsePlan, call.Asked("resourceArn"), call),
        _ => null,
    };

    // Keys may be named by id; the record lists the key among its resources.
    private static ResourceName? OfKey(IncidentCall call)
    {
        var listed = Field.List(call.Event.Resources).Select(r => ResourceName.OfArn(Field.Text(r, "ARN")))
            .FirstOrDefault(r => r?.Kind == ResourceKind.Key);
        return ResourceName.OfArn(call.Asked("keyId")) ?? listed ?? ResourceName.Of(ResourceKind.Key, call.Asked("keyId"), call);
    }

    private static IEnumerable<ResourceName?> OfChat(IncidentCall call)
    {
        var made = Field.Object(call.Response?["channelConfiguration"]) ?? Field.Object(call.Response?["webhookConfiguration"]);
        yield return ResourceName.OfArn(call.Asked("chatConfigurationArn") ?? Field.Text(made?["chatConfigurationArn"]));
        foreach (var topic in Texts(call.Request?["snsTopicArns"]).Concat(Texts(made?["snsTopicArns"])))
            yield return ResourceName.OfArn(topic);
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string { Length: > 0 } text => [text],
        object[] texts => texts.OfType<string>(),
        _ => [],
    };
}
