namespace IncidentTrail.Incidents.Resources;

/// <summary>The kinds of things that incidents rest on.</summary>
internal enum ResourceKind
{
    Other,
    Alarm,
    EventRule,
    EventBus,
    Key,
    KeyAlias,
    Role,
    Policy,
    Region,
    Account,
    ResponsePlan,
    ReplicationSet,
    IncidentRecord,
    Contact,
    ContactChannel,
    Engagement,
    Page,
    Rotation,
    Document,
    Automation,
    Topic,
    Trail,
    Bucket,
    ResourceShare,
    ChatConfiguration,
}
