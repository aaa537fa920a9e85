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

    /// <summary>Somebody's own call: a person, or a program that has a person's credentials.</summary>
    Person,

    /// <summary>A program with a role's credentials, which the record shows: a Lambda function, an instance, a container, a runbook.</summary>
    Program,
}
