using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>The topics that a call's parameters name for a chat channel or for notifications.</summary>
internal static class NamedTopics
{
    /// <summary>The ARNs, in no order that means anything; none where the call has no parameters.</summary>
    internal static IEnumerable<string> In(TrailObject? request)
    {
        if (request is null)
            return [];
        var targets = (request["notificationTargets"] as object[] ?? [])
            .Concat(Field.Of(request["incidentTemplate"], "notificationTargets") as object[] ?? [])
            .Concat(request["incidentTemplateNotificationTargets"] as object[] ?? [])
            .Select(t => Field.Text(t, "snsTopicArn"));
        return (Field.Of(request["chatChannel"], "chatbotSns") as object[] ?? []).OfType<string>().Concat(targets.OfType<string>());
    }
}
