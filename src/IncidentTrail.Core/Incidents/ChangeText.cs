using IncidentTrail.Actions;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents;

/// <summary>Says in plain words what a change before an incident changed. Addresses and codes are never among the words.</summary>
internal static class ChangeText
{
    /// <summary>What was done; null for a call that is no such change.</summary>
    internal static string? Of(IncidentCall call) => call.Service switch
    {
        "cloudtrail" => OfTrail(call),
        "monitoring" or "events" or "kms" or "iam" => OfOther(call),
        "ssm-incidents" => OfIncidents(call),
        "ssm-contacts" => OfContacts(call),
        _ => null,
    };

    /// <summary>The names of alarms, rules, keys or roles in a request, in the parameters that carry them.</summary>
    internal static IEnumerable<string> Named(IncidentCall call)
    {
        foreach (var parameter in (string[])["alarmName", "alarmNames", "name", "rule", "keyId", "roleName"])
        {
            switch (call.Request?[parameter])
            {
                case string { Length: > 0 } text:
                    yield return Shortened(text);
                    break;
                case object[] texts:
                    foreach (var text in texts.OfType<string>())
                        yield return Shortened(text);
                    break;
            }
        }
    }

    /// <summary>The contacts that a call on contacts names.</summary>
    internal static IEnumerable<ContactName> ContactsOf(IncidentCall call)
    {
        foreach (var parameter in (string[])["contactId", "contactChannelId", "contactArn"])
        {
            if (call.Asked(parameter) is { } text)
                yield return parameter == "contactChannelId" ? ContactName.OfItem(text, call.AccountId) : ContactName.Of(text, call.AccountId);
        }
        if (Field.Text(call.Response?["contactArn"]) is { } made)
            yield return ContactName.Of(made, call.AccountId);
        foreach (var parameter in (string[])["contactIds", "newContactIds"])
        {
            foreach (var text in (call.Request?[parameter] as object[] ?? []).OfType<string>())
                yield return ContactName.Of(text, call.AccountId);
        }
    }

    private static string? OfTrail(IncidentCall call)
    {
        var trail = Shortened(call.Asked("name") ?? call.Asked("trailName") ?? "(not recorded)");
        return call.Name switch
        {
            "StopLogging" => $"stopped the logging of trail {trail}",
            "StartLogging" => $"started the logging of trail {trail}",
            "DeleteTrail" => $"deleted trail {trail}",
            "UpdateTrail" => $"changed trail {trail}",
            "PutEventSelectors" => $"changed what trail {trail} records",
            _ => null,
        };
    }

    private static string OfOther(IncidentCall call)
    {
        var names = string.Join(", ", Named(call).Distinct(StringComparer.Ordinal));
        var what = names.Length == 0 ? "(not recorded)" : names;
        return call.Name switch
        {
            "DeleteAlarms" => $"deleted the alarms {what}",
            "DisableAlarmActions" => $"disabled the actions of the alarms {what}",
            "EnableAlarmActions" => $"enabled the actions of the alarms {what}",
            "PutMetricAlarm" or "PutCompositeAlarm" => $"made or changed the alarm {what}",
            "SetAlarmState" => $"set the state of the alarm {what} by hand",
            "DisableRule" => $"disabled the event rule {what}",
            "EnableRule" => $"enabled the event rule {what}",
            "DeleteRule" => $"deleted the event rule {what}",
            "RemoveTargets" => $"removed targets from the event rule {what}",
            "DisableKey" => $"disabled the key {what}",
            "EnableKey" => $"enabled the key {what}",
            "ScheduleKeyDeletion" => $"scheduled the deletion of the key {what}",
            "CancelKeyDeletion" => $"cancelled the deletion of the key {what}",
            _ => $"changed the role {what} ({call.Name})",
        };
    }

    private static string? OfIncidents(IncidentCall call)
    {
        var plan = Shortened(call.Asked("arn") ?? Field.Text(call.Response?["arn"]) ?? call.Asked("name") ?? "(not recorded)");
        return call.Name switch
        {
            "CreateResponsePlan" => $"made the response plan {plan}",
            "UpdateResponsePlan" => $"changed the response plan {plan}{Parts(call, "arn")}",
            "DeleteResponsePlan" => $"deleted the response plan {plan}",
            "CreateReplicationSet" => "made the replication set",
            "UpdateReplicationSet" => "changed the replication set",
            "DeleteReplicationSet" => "deleted the replication set",
            "UpdateDeletionProtection" => Field.Flag(call.Request?["deletionProtected"]) switch
            {
                false => "turned the replication set's deletion protection off",
                true => "turned the replication set's deletion protection on",
                null => "changed the replication set's deletion protection",
            },
            "PutResourcePolicy" => $"changed the sharing of {Shortened(call.Asked("resourceArn") ?? "(not recorded)")}",
            "DeleteResourcePolicy" => $"ended a sharing of {Shortened(call.Asked("resourceArn") ?? "(not recorded)")}",
            _ => null,
        };
    }

    private static string? OfContacts(IncidentCall call)
    {
        var contact = ContactsOf(call).Select(c => c.Alias).FirstOrDefault(a => a is not null)
            ?? call.Asked("alias") ?? "a contact that is not recorded";
        return call.Name switch
        {
            "CreateContact" => $"made the contact {contact}",
            "UpdateContact" => $"changed the contact {contact}{Parts(call, "contactId")}",
            "DeleteContact" => $"deleted the contact {contact}",
            "CreateContactChannel" => $"added a contact channel to {contact}{Kind(call)}",
            "UpdateContactChannel" => $"changed a contact channel of {contact}{Parts(call, "contactChannelId")}",
            "DeleteContactChannel" => $"deleted a contact channel of {contact}",
            "ActivateContactChannel" or "ActivateDevice" => $"activated a contact channel of {contact}",
            "DeactivateContactChannel" => $"deactivated a contact channel of {contact}",
            "CreateRotation" => $"made a rotation with {Everybody(call)}",
            "UpdateRotation" => $"changed a rotation{Parts(call, "rotationId")}",
            "DeleteRotation" => "deleted a rotation",
            "CreateRotationOverride" => $"made a rotation override with {Everybody(call)}",
            "DeleteRotationOverride" => "deleted a rotation override",
            "PutContactPolicy" => $"changed the sharing of the contact {contact}",
            _ => null,
        };
    }

    // Which parameters were set; an empty list is worth its own word.
    private static string? Parts(IncidentCall call, string target)
    {
        var parts = new List<string>();
        foreach (System.Collections.DictionaryEntry member in call.Request ?? TrailObject.Empty)
        {
            var name = (string)member.Key;
            if (member.Value is null || name.Equals(target, StringComparison.OrdinalIgnoreCase) || name.EndsWith("oken", StringComparison.Ordinal))
                continue;
            parts.Add(member.Value is object[] { Length: 0 } ? $"{name} emptied" : name);
        }
        return parts.Count == 0 ? null : $" ({string.Join(", ", parts)})";
    }

    private static string? Kind(IncidentCall call) => call.Asked("type") is { } type ? $" ({type})" : null;

    private static string Everybody(IncidentCall call) =>
        string.Join(", ", ContactsOf(call).Select(c => c.Alias).Where(a => a is not null)) is { Length: > 0 } all ? all : "contacts that are not recorded";

    private static string Shortened(string text) => text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase)
        ? ArnText.LastPart(text[(text.LastIndexOf(':') + 1)..])
        : text;
}
