namespace IncidentTrail.Actions;

/// <summary>The rows the catalogue's tables are written in.</summary>
internal sealed class ActionRow(string eventSource)
{
    /// <summary>Where most actions on an incident name it.</summary>
    public const string ByRecordArn = "requestParameters.incidentRecordArn";

    /// <summary>Where the actions on the incident record itself name it; elsewhere <c>arn</c> means something else.</summary>
    public const string ByArn = "requestParameters.arn";

    /// <summary>Where engagements name it.</summary>
    public const string ByIncidentId = "requestParameters.incidentId";

    /// <summary>Where the answer to StartIncident names it.</summary>
    public const string ByResponse = "responseElements.incidentRecordArn";

    public TrailAction Of(
        string name, TrailAccess access, string kind, string? request = null, string? response = null,
        string? incident = null, TrailCategory? category = null, bool historical = false, string? note = null) => new()
        {
            EventName = name,
            EventSource = eventSource,
            Access = access,
            Category = access is TrailAccess.Read or TrailAccess.List ? null : category ?? CategoryOf(kind),
            ResourceKind = kind,
            RequestParameter = request,
            ResponseElement = response,
            IncidentParameter = incident,
            IsHistorical = historical,
            Note = note,
        };

    private static TrailCategory CategoryOf(string kind) => kind switch
    {
        "incident-record" or "related-item" => TrailCategory.Lifecycle,
        "timeline-event" => TrailCategory.Notes,
        "engagement" or "page" => TrailCategory.Engagement,
        "response-plan" => TrailCategory.Plan,
        "resource-policy" => TrailCategory.Sharing,
        "replication-set" => TrailCategory.Replication,
        _ => TrailCategory.OnCall,
    };
}
