using static IncidentTrail.TrailAccess;

namespace IncidentTrail.Actions;

/// <summary>The actions on incidents, their notes, response plans, policies and replication sets.</summary>
internal static class IncidentsActions
{
    private static readonly ActionRow s_row = new(IncidentManagerSources.Incidents + IncidentManagerSources.Suffix);

    public static IReadOnlyList<TrailAction> All { get; } =
    [
        s_row.Of("BatchGetIncidentFindings", Read, "incident-record", request: "incidentRecordArn",
            incident: ActionRow.ByRecordArn),
        s_row.Of("CreateReplicationSet", Write, "replication-set", response: "arn"),
        s_row.Of("CreateResponsePlan", Write, "response-plan", response: "arn"),
        s_row.Of("CreateTimelineEvent", Write, "timeline-event", request: "incidentRecordArn", response: "eventId",
            incident: ActionRow.ByRecordArn),
        s_row.Of("DeleteIncidentRecord", Write, "incident-record", request: "arn", incident: ActionRow.ByArn),
        s_row.Of("DeleteReplicationSet", Write, "replication-set", request: "arn"),
        s_row.Of("DeleteResourcePolicy", Permissions, "resource-policy", request: "resourceArn"),
        s_row.Of("DeleteResponsePlan", Write, "response-plan", request: "arn"),
        s_row.Of("DeleteTimelineEvent", Write, "timeline-event", request: "eventId", incident: ActionRow.ByRecordArn),
        s_row.Of("GetIncidentRecord", Read, "incident-record", request: "arn", incident: ActionRow.ByArn),
        s_row.Of("GetReplicationSet", Read, "replication-set", request: "arn"),
        s_row.Of("GetResourcePolicies", Read, "resource-policy", request: "resourceArn"),
        s_row.Of("GetResponsePlan", Read, "response-plan", request: "arn"),
        s_row.Of("GetTimelineEvent", Read, "timeline-event", request: "eventId", incident: ActionRow.ByRecordArn),
        s_row.Of("ListIncidentFindings", List, "incident-record", request: "incidentRecordArn",
            incident: ActionRow.ByRecordArn),
        s_row.Of("ListIncidentRecords", List, "incident-record"),
        s_row.Of("ListRelatedItems", List, "related-item", request: "incidentRecordArn",
            incident: ActionRow.ByRecordArn),
        s_row.Of("ListReplicationSets", List, "replication-set"),
        s_row.Of("ListResponsePlans", List, "response-plan"),
        s_row.Of("ListTagsForResource", Read, "response-plan", request: "resourceArn",
            note: "The resource may also be an incident record or a replication set."),
        s_row.Of("ListTimelineEvents", List, "timeline-event", request: "incidentRecordArn",
            incident: ActionRow.ByRecordArn),
        s_row.Of("PutResourcePolicy", Permissions, "resource-policy", request: "resourceArn", response: "policyId"),
        s_row.Of("StartIncident", Write, "incident-record", request: "responsePlanArn", response: "incidentRecordArn",
            incident: ActionRow.ByResponse,
            note: "The request names the response plan; only the answer names the incident."),
        s_row.Of("TagResource", Tagging, "response-plan", request: "resourceArn",
            note: "The resource may also be an incident record or a replication set."),
        s_row.Of("UntagResource", Tagging, "response-plan", request: "resourceArn",
            note: "The resource may also be an incident record or a replication set."),
        s_row.Of("UpdateDeletionProtection", Write, "replication-set", request: "arn"),
        s_row.Of("UpdateIncidentRecord", Write, "incident-record", request: "arn", incident: ActionRow.ByArn,
            note: "Resolves the incident where the request's status is RESOLVED."),
        s_row.Of("UpdateRelatedItems", Write, "related-item", request: "incidentRecordArn",
            incident: ActionRow.ByRecordArn),
        s_row.Of("UpdateReplicationSet", Write, "replication-set", request: "arn"),
        s_row.Of("UpdateResponsePlan", Write, "response-plan", request: "arn"),
        s_row.Of("UpdateTimelineEvent", Write, "timeline-event", request: "eventId", incident: ActionRow.ByRecordArn),
    ];
}
