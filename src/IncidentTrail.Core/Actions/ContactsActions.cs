using static IncidentTrail.TrailAccess;

namespace IncidentTrail.Actions;

/// <summary>The actions on contacts, their channels, on-call rotations, engagements and pages.</summary>
internal static class ContactsActions
{
    private static readonly ActionRow s_row = new(IncidentManagerSources.Contacts + IncidentManagerSources.Suffix);

    public static IReadOnlyList<TrailAction> All { get; } =
    [
        s_row.Of("AcceptPage", Write, "page", request: "pageId"),
        s_row.Of("ActivateContactChannel", Write, "contact-channel", request: "contactChannelId"),
        s_row.Of("ActivateDevice", Write, "contact-channel", historical: true,
            note: "Named by AWS's documentation; ActivateContactChannel's earlier name. Its parameters are not documented."),
        s_row.Of("CreateContact", Write, "contact", response: "contactArn"),
        s_row.Of("CreateContactChannel", Write, "contact-channel", request: "contactId", response: "contactChannelArn"),
        s_row.Of("CreateRotation", Write, "rotation", response: "rotationArn"),
        s_row.Of("CreateRotationOverride", Write, "rotation-override", request: "rotationId",
            response: "rotationOverrideId"),
        s_row.Of("DeactivateContactChannel", Write, "contact-channel", request: "contactChannelId"),
        s_row.Of("DeleteContact", Write, "contact", request: "contactId"),
        s_row.Of("DeleteContactChannel", Write, "contact-channel", request: "contactChannelId",
            note: "AWS's documented sample of this change carries readOnly: true."),
        s_row.Of("DeleteRotation", Write, "rotation", request: "rotationId"),
        s_row.Of("DeleteRotationOverride", Write, "rotation-override", request: "rotationOverrideId"),
        s_row.Of("DescribeEngagement", Read, "engagement", request: "engagementId"),
        s_row.Of("DescribePage", Read, "page", request: "pageId"),
        s_row.Of("GetContact", Read, "contact", request: "contactId"),
        s_row.Of("GetContactChannel", Read, "contact-channel", request: "contactChannelId"),
        s_row.Of("GetContactPolicy", Read, "contact", request: "contactArn"),
        s_row.Of("GetRotation", Read, "rotation", request: "rotationId"),
        s_row.Of("GetRotationOverride", Read, "rotation-override", request: "rotationOverrideId"),
        s_row.Of("ListContactChannels", List, "contact-channel", request: "contactId"),
        s_row.Of("ListContacts", List, "contact"),
        s_row.Of("ListEngagements", List, "engagement", incident: ActionRow.ByIncidentId),
        s_row.Of("ListPageReceipts", List, "page", request: "pageId"),
        s_row.Of("ListPageResolutions", List, "page", request: "pageId"),
        s_row.Of("ListPagesByContact", List, "page", request: "contactId"),
        s_row.Of("ListPagesByEngagement", List, "page", request: "engagementId"),
        s_row.Of("ListPreviewRotationShifts", List, "rotation"),
        s_row.Of("ListRotationOverrides", List, "rotation-override", request: "rotationId"),
        s_row.Of("ListRotationShifts", List, "rotation", request: "rotationId"),
        s_row.Of("ListRotations", List, "rotation"),
        s_row.Of("ListTagsForResource", Read, "contact-or-rotation", request: "resourceARN"),
        s_row.Of("PutContactPolicy", Write, "contact", request: "contactArn", category: TrailCategory.Sharing,
            note: "Changes who may use the contact; its access level is Write all the same."),
        s_row.Of("SendActivationCode", Write, "contact-channel", request: "contactChannelId"),
        s_row.Of("StartEngagement", Write, "engagement", request: "contactId", response: "engagementArn",
            incident: ActionRow.ByIncidentId),
        s_row.Of("StopEngagement", Write, "engagement", request: "engagementId"),
        s_row.Of("TagResource", Tagging, "contact-or-rotation", request: "resourceARN"),
        s_row.Of("UntagResource", Tagging, "contact-or-rotation", request: "resourceARN"),
        s_row.Of("UpdateContact", Write, "contact", request: "contactId"),
        s_row.Of("UpdateContactChannel", Write, "contact-channel", request: "contactChannelId"),
        s_row.Of("UpdateRotation", Write, "rotation", request: "rotationId"),
    ];
}
