using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>Says in plain words what a change before an incident changed. Addresses and codes are never among the words.</summary>
internal static class ChangeText
{
    internal const string NotRecorded = "(not recorded)";

    /// <summary>What was done; null for a call that is no such change.</summary>
    /// <param name="history">The changes read, which tell what it replaced.</param>
    internal static string? Of(IncidentCall call, ChangeHistory? history = null) => call.Service switch
    {
        "cloudtrail" => TrailChangeText.Of(call),
        IncidentManagerSources.Incidents => OfIncidents(call),
        IncidentManagerSources.Contacts => OfContacts(call),
        _ => ServiceChangeText.Of(call, history),
    };

    /// <summary>An ARN's last part; other text as it is.</summary>
    internal static string Shortened(string text) => text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase)
        ? ArnText.LastPart(text[(text.LastIndexOf(':') + 1)..])
        : text;

    private static string? OfIncidents(IncidentCall call) => call.Name switch
    {
        "CreateResponsePlan" => $"made the response plan {Plan(call)}",
        "UpdateResponsePlan" => $"changed the response plan {Plan(call)}{Parts(call, "arn")}{Members(call)}",
        "DeleteResponsePlan" => $"deleted the response plan {Plan(call)}",
        "CreateReplicationSet" => "made the replication set",
        "UpdateReplicationSet" => $"changed the replication set{Regions(call)}",
        "DeleteReplicationSet" => "deleted the replication set, and with it all data of Incident Manager",
        "UpdateDeletionProtection" => Field.Flag(call.Request?["deletionProtected"]) switch
        {
            false => "turned the replication set's deletion protection off",
            true => "turned the replication set's deletion protection on",
            null => "changed the replication set's deletion protection",
        },
        "PutResourcePolicy" => $"changed the sharing of {Shortened(call.Asked("resourceArn") ?? NotRecorded)}",
        "DeleteResourcePolicy" => $"ended a sharing of {Shortened(call.Asked("resourceArn") ?? NotRecorded)}",
        _ => null,
    };

    private static string? OfContacts(IncidentCall call) => call.Name switch
    {
        "CreateContact" => $"made the contact {Contact(call)}",
        "UpdateContact" => $"changed the contact {Contact(call)}{Parts(call, "contactId")}{Members(call)}",
        "DeleteContact" => $"deleted the contact {Contact(call)}",
        "CreateContactChannel" => $"added a contact channel to {Contact(call)}{Kind(call)}",
        "UpdateContactChannel" => $"changed a contact channel of {Contact(call)}{Parts(call, "contactChannelId")}",
        "DeleteContactChannel" => $"deleted a contact channel of {Contact(call)}",
        "ActivateContactChannel" or "ActivateDevice" => $"activated a contact channel of {Contact(call)}",
        "DeactivateContactChannel" => $"deactivated a contact channel of {Contact(call)}",
        "CreateRotation" => $"made a rotation with {Everybody(call)}",
        "UpdateRotation" => $"changed a rotation{Parts(call, "rotationId")}{Members(call)}",
        "DeleteRotation" => "deleted a rotation",
        "CreateRotationOverride" => $"made a rotation override with {Everybody(call)}{Span(call)}",
        "DeleteRotationOverride" => "deleted a rotation override",
        "PutContactPolicy" => $"changed the sharing of the contact {Contact(call)}",
        _ => null,
    };

    private static string Plan(IncidentCall call) =>
        Shortened(call.Asked("arn") ?? Field.Text(call.Response?["arn"]) ?? call.Asked("name") ?? NotRecorded);

    private static string Contact(IncidentCall call) => ChangedThings.ContactsOf(call).Select(c => c.Name).FirstOrDefault()
        ?? call.Asked("alias") ?? "a contact that is not recorded";

    // Which parameters were set; one that was emptied is worth its own word.
    private static string? Parts(IncidentCall call, string target)
    {
        var parts = new List<string>();
        foreach (System.Collections.DictionaryEntry member in call.Request ?? TrailObject.Empty)
        {
            var name = (string)member.Key;
            if (member.Value is null || name.Equals(target, StringComparison.OrdinalIgnoreCase) || name.EndsWith("oken", StringComparison.Ordinal))
                continue;
            parts.Add(IsEmpty(member.Value) ? $"{name} emptied" : name);
        }
        return parts.Count == 0 ? null : $" ({string.Join(", ", parts)})";
    }

    // A list without items, and what holds such alone: a contact's plan that pages nobody, a chat channel that is none.
    private static bool IsEmpty(object? value) => value switch
    {
        object[] items => items.All(i => i is TrailObject stage && stage["targets"] is object[] { Length: 0 }),
        TrailObject { Count: > 0 } members => members.Values.Cast<object?>().All(v => v is TrailObject { Count: 0 } || IsEmpty(v)),
        _ => false,
    };

    private static string? Regions(IncidentCall call)
    {
        var parts = new List<string>();
        foreach (var action in call.Request?["actions"] as object[] ?? [])
        {
            if (Field.Of(action, "deleteRegionAction") is { } removed)
                parts.Add($"removed the Region {Field.Text(removed, "regionName") ?? NotRecorded}");
            else if (Field.Of(action, "addRegionAction") is { } added)
                parts.Add($"added the Region {Field.Text(added, "regionName") ?? NotRecorded}");
        }
        return parts.Count == 0 ? null : ": " + string.Join(", ", parts);
    }

    private static string? Span(IncidentCall call) =>
        RequestTime.Parse(call.Request?["startTime"]) is { } from && RequestTime.Parse(call.Request?["endTime"]) is { } to
            ? $", from {DurationWriter.Utc(from)} to {DurationWriter.Utc(to)}" : null;

    private static string? Kind(IncidentCall call) => call.Asked("type") is { } type ? $" ({type})" : null;

    // Who is no longer in it can be told by that.
    private static string? Members(IncidentCall call) =>
        string.Join(", ", ContactPlans.ContactsSetBy(call).Select(c => c.Name)) is { Length: > 0 } members ? $", now with {members}" : null;

    private static string Everybody(IncidentCall call) =>
        string.Join(", ", ChangedThings.ContactsOf(call).Select(c => c.Name)) is { Length: > 0 } all ? all : "contacts that are not recorded";
}
