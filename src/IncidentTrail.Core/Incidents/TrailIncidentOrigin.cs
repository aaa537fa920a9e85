namespace IncidentTrail;

/// <summary>How an incident began, by the caller of its first StartIncident.</summary>
public enum TrailIncidentOrigin
{
    /// <summary>Its StartIncident is not in what was read.</summary>
    Unknown,

    /// <summary>A CloudWatch alarm.</summary>
    Alarm,

    /// <summary>A rule of EventBridge.</summary>
    EventRule,

    /// <summary>Another AWS service, for itself.</summary>
    Service,

    /// <summary>Somebody's own call: a person, or a program with their or a role's credentials.</summary>
    Person,
}
