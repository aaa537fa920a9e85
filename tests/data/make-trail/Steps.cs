using System.Globalization;

namespace IncidentTrail.SampleTrail;

/// <summary>The calls that every incident consists of, as Incident Manager's API takes them.</summary>
internal static class Steps
{
    /// <summary>Started by a person. A response plan may be shared, so its account need not be the caller's.</summary>
    public static Call Start(string time, Caller by, string plan, string incident, string? title = null,
        int? impact = null) =>
        new(time, by, "ssm-incidents", "StartIncident", RecordShape.Assumed)
        {
            Means = Meaning.Lifecycle(incident),
            Request = new { clientToken = Token(time, incident), impact, responsePlanArn = plan, title },
            Response = new { incidentRecordArn = incident },
        };

    /// <summary>
    /// Started by a service: it says what it detected, and when; the title and impact are the plan's.
    /// </summary>
    public static Call Trigger(string time, Caller by, string plan, string incident, string source, object detected,
        string trigger) =>
        new(time, by, "ssm-incidents", "StartIncident", RecordShape.Assumed)
        {
            Means = Meaning.Lifecycle(incident),
            Request = new
            {
                clientToken = Token(time, trigger),
                responsePlanArn = plan,
                triggerDetails = new { source, timestamp = detected, triggerArn = trigger },
            },
            Response = new { incidentRecordArn = incident },
        };

    public static Call Engage(string time, Caller by, string alias, string incident, string engagement) =>
        new(time, by, "ssm-contacts", "StartEngagement", RecordShape.Assumed)
        {
            Means = Meaning.Engagement(engagement, incident),
            Request = new
            {
                contactId = Places.Contact(alias),
                sender = "Incident Manager",
                subject = "Checkout is failing",
                content = "An incident was created from response plan checkout.",
                publicSubject = "An incident needs you",
                publicContent = "Open Incident Manager for the details.",
                incidentId = incident,
                idempotencyToken = Token(time, engagement),
            },
            Response = new { engagementArn = engagement },
        };

    /// <param name="type">DELIVERED or READ; only READ acknowledges.</param>
    public static Call Accept(string time, Caller by, string page, string channel, string type = "READ",
        string? validation = null) =>
        new(time, by, "ssm-contacts", "AcceptPage", RecordShape.Assumed)
        {
            Means = Meaning.Engagement(page),
            Request = new
            {
                pageId = page,
                contactChannelId = channel,
                acceptType = type,
                acceptCode = "734105",
                acceptCodeValidation = validation,
            },
        };

    public static Call Disengage(string time, Caller by, string engagement, string reason) =>
        new(time, by, "ssm-contacts", "StopEngagement", RecordShape.Assumed)
        {
            Means = Meaning.Engagement(engagement),
            Request = new { engagementId = engagement, reason },
        };

    /// <summary>Impact, status, summary, title: what the call sets; the others stay as they were.</summary>
    public static Call Update(string time, Caller by, string incident, int? impact = null, string? status = null,
        string? summary = null, string? title = null) =>
        new(time, by, "ssm-incidents", "UpdateIncidentRecord", RecordShape.Assumed)
        {
            Means = Meaning.Lifecycle(incident),
            Request = new
            {
                arn = incident, clientToken = Token(time, $"{impact} {status} {summary} {title}"), impact,
                status, summary, title
            },
        };

    /// <param name="claimed">The time that the note says it is about; the call's own where not given.</param>
    public static Call AddNote(string time, Caller by, string incident, string noteId, string text,
        object? claimed = null) =>
        new(time, by, "ssm-incidents", "CreateTimelineEvent", RecordShape.Assumed)
        {
            Means = Meaning.Note(incident),
            Request = new
            {
                clientToken = Token(time, text),
                eventData = Json.Text(text),
                eventTime = claimed ?? UsText(time),
                eventType = "Custom Event",
                incidentRecordArn = incident,
            },
            Response = new { eventId = noteId, incidentRecordArn = incident },
        };

    public static Call EditNote(string time, Caller by, string incident, string noteId, string? text,
        object? claimed = null) =>
        new(time, by, "ssm-incidents", "UpdateTimelineEvent", RecordShape.Assumed)
        {
            Means = Meaning.Note(incident),
            Request = new
            {
                clientToken = Token(time, noteId),
                eventData = text is null ? null : Json.Text(text),
                eventId = noteId,
                eventTime = claimed,
                incidentRecordArn = incident,
            },
        };

    public static Call DeleteNote(string time, Caller by, string incident, string noteId) =>
        new(time, by, "ssm-incidents", "DeleteTimelineEvent", RecordShape.Assumed)
        {
            Means = Meaning.Note(incident),
            Request = new { eventId = noteId, incidentRecordArn = incident },
        };

    public static Call Relate(string time, Caller by, string incident, string type, object value, string title) =>
        new(time, by, "ssm-incidents", "UpdateRelatedItems", RecordShape.Assumed)
        {
            Means = Meaning.Lifecycle(incident),
            Request = new
            {
                clientToken = Token(time, title),
                incidentRecordArn = incident,
                relatedItemsUpdate = new { itemToAdd = new { identifier = new { type, value }, title } },
            },
        };

    /// <summary>A denied call: nothing changed, and nothing is returned.</summary>
    public static Call Denied(this Call call, string who, string resource) => call with
    {
        Response = null,
        Error = ("AccessDeniedException",
            $"User: {who} is not authorized to perform: {call.Service}:{call.Name} on resource: {resource} " +
            $"because no identity-based policy allows the {call.Service}:{call.Name} action"),
    };

    /// <summary>A time as CloudTrail shows many request times: <c>Mar 10, 2026, 2:02:31 PM</c>.</summary>
    public static string UsText(string time) =>
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            .ToString("MMM d, yyyy, h:mm:ss tt", CultureInfo.InvariantCulture);

    // Two calls with one token are one change and its retry, so the token depends on what is asked for.
    private static string Token(string time, string asked) => Ids.Uuid($"token {time} {asked}");
}
