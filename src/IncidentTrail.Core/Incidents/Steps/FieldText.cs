using IncidentTrail.Incidents.Calls;

namespace IncidentTrail.Incidents.Steps;

/// <summary>Says what an update of the incident record set, and from what, as far as events of the incident tell.</summary>
internal static class FieldText
{
    internal static (TrailStepKind Kind, string Phrase, string? Quote) Of(IncidentCall call, IReadOnlyList<TrailFieldChange> set)
    {
        if (set.Count == 0 && call.Counts)
            return (TrailStepKind.Update, "updated the incident; what was set is not recorded", null);
        if (set.Count == 0)
            return (KindOf(FieldsAsked(call).FirstOrDefault()), "updated the incident", null);
        var quotes = set.Where(f => f.Field is "title" or "summary").Select(Quote).ToList();
        return (KindOf(set[0].Field), string.Join(" and ", set.Select(Phrase)), quotes.Count == 0 ? null : string.Join("; ", quotes));
    }

    internal static string Name(string field) => field switch
    {
        "chatChannel" => "chat channel",
        "notificationTargets" => "notification targets",
        _ => field,
    };

    private static IEnumerable<string> FieldsAsked(IncidentCall call) =>
        FieldChanges.Fields.Where(f => call.Request?[f] is not null);

    private static TrailStepKind KindOf(string? field) => field switch
    {
        "status" => TrailStepKind.Status,
        "impact" => TrailStepKind.Impact,
        "title" => TrailStepKind.Title,
        "summary" => TrailStepKind.Summary,
        "chatChannel" or "notificationTargets" => TrailStepKind.Channel,
        _ => TrailStepKind.Update,
    };

    private static string Phrase(TrailFieldChange field) => field.Field switch
    {
        "status" => Status(field),
        "impact" => Impact(field),
        _ => Other(field),
    };

    private static string Status(TrailFieldChange field) => field switch
    {
        { IsRecorded: false } => "set the status, to what is not recorded",
        { IsRepeat: true } => $"set the status to {field.Value} again (no change)",
        { Previous: "OPEN", Value: "RESOLVED" } => "resolved the incident",
        { Previous: "RESOLVED", Value: "OPEN" } => "reopened the incident",
        { Previous: { } previous } => $"changed the status from {previous} to {field.Value}",
        _ => $"set the status to {field.Value} ({field.PreviousUnknown})",
    };

    private static string Impact(TrailFieldChange field) => field switch
    {
        { IsRecorded: false } => "set impact, to what is not recorded",
        { IsRepeat: true } => $"set impact to {field.Value} again (no change)",
        { Previous: { } previous } => $"changed impact from {previous} to {field.Value}",
        _ => $"set impact to {field.Value} ({field.PreviousUnknown})",
    };

    // The values it may have been are text that people wrote, and no words of ours.
    private static string Other(TrailFieldChange field) => field switch
    {
        { IsRepeat: true } => $"set the {Name(field.Field)} again (no change)",
        { Previous: not null } => $"{(IsEmptied(field) ? "emptied" : "changed")} the {Name(field.Field)}",
        _ => $"{(IsEmptied(field) ? "emptied" : "set")} the {Name(field.Field)} ({field.Unknown?.Why})",
    };

    private static bool IsEmptied(TrailFieldChange field) => field is
    { Field: "chatChannel" or "notificationTargets", Value: "[]" or """{"empty":{}}""" or """{"chatbotSns":[]}""" };

    // What the record masks is said without quotes: nobody wrote these words.
    private static string Quote(TrailFieldChange field)
    {
        var value = field.IsRecorded ? $"\"{field.Value}\"" : TrailNote.TextNotRecorded;
        return field is { Field: "title", Previous: { } previous } ? $"{value}, before it \"{previous}\"" : value;
    }
}
