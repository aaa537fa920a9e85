namespace IncidentTrail;

/// <summary>What a step of a timeline did. A call that did several things is known by the first of these that it did.</summary>
public enum TrailStepKind
{
    /// <summary>Started the incident, or asked for it again.</summary>
    Start,

    /// <summary>Set the status: resolved, reopened.</summary>
    Status,

    /// <summary>Set the impact.</summary>
    Impact,

    /// <summary>Set the title.</summary>
    Title,

    /// <summary>Wrote the summary.</summary>
    Summary,

    /// <summary>Set the chat channel or the notification targets.</summary>
    Channel,

    /// <summary>Updated the incident; what was set is not recorded.</summary>
    Update,

    /// <summary>Engaged a contact.</summary>
    Engagement,

    /// <summary>Ended an engagement.</summary>
    Disengagement,

    /// <summary>Acknowledged a page: AcceptPage with acceptType READ.</summary>
    Acknowledgement,

    /// <summary>Confirmed that a page was delivered: AcceptPage with another acceptType.</summary>
    Delivery,

    /// <summary>Added a note.</summary>
    Note,

    /// <summary>Edited a note.</summary>
    NoteEdit,

    /// <summary>Deleted a note.</summary>
    NoteDeletion,

    /// <summary>A timeline entry that Incident Manager wrote itself.</summary>
    ServiceEntry,

    /// <summary>Added or removed a related item.</summary>
    RelatedItem,

    /// <summary>Ran an automation on the incident.</summary>
    Automation,

    /// <summary>Made an OpsItem for the incident.</summary>
    OpsItem,

    /// <summary>Tagged the incident record.</summary>
    Tag,

    /// <summary>Deleted the incident record.</summary>
    Deletion,

    /// <summary>Only read.</summary>
    Read,

    /// <summary>A change before the incident, which is not said to have caused it.</summary>
    ChangeBefore,

    /// <summary>A change while the incident ran, to what it rests on; the call does not belong to it.</summary>
    ChangeDuring,

    /// <summary>Anything else that names the incident.</summary>
    Other,
}
