using IncidentTrail.Incidents.Calls;

namespace IncidentTrail.Incidents.Steps;

/// <summary>Says what a call that failed asked for.</summary>
internal static class FailedStep
{
    internal static string Phrase(IncidentCall call) => call.Name switch
    {
        "StartIncident" => "start an incident",
        "UpdateIncidentRecord" => Update(call),
        "DeleteIncidentRecord" => "delete the incident record",
        "StartEngagement" => $"engage {StepWriter.Paged(call) ?? "a contact"}",
        "StopEngagement" => "end an engagement",
        "AcceptPage" => $"accept the page to {StepWriter.Paged(call) ?? "a contact"}",
        "CreateTimelineEvent" => "add a note",
        "UpdateTimelineEvent" => "edit a note",
        "DeleteTimelineEvent" => "delete a note",
        "UpdateRelatedItems" => "change the related items",
        _ => $"call {call.Name}",
    };

    // Only what is no free text: a title stays in the event.
    private static string Update(IncidentCall call)
    {
        var parts = new List<string>();
        if (call.Asked("status") is { } status)
            parts.Add($"set the status to {status}");
        if (call.Asked("impact") is { } impact)
            parts.Add($"change the impact to {impact}");
        foreach (var field in (ReadOnlySpan<string>)["title", "summary", "chatChannel", "notificationTargets"])
        {
            if (call.Request?[field] is not null)
                parts.Add($"change the {FieldText.Name(field)}");
        }
        return parts.Count == 0 ? "update the incident" : string.Join(" and ", parts);
    }
}
