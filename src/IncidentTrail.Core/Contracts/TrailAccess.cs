namespace IncidentTrail;

/// <summary>
/// What kind of access an API action asks for, by the action catalogue: the event's own <c>readOnly</c> is not
/// believed, since CloudTrail's published sample of a delete carries <c>readOnly: true</c>.
/// </summary>
public enum TrailAccess
{
    /// <summary>An action of another service, or one the catalogue does not know.</summary>
    Unclassified,

    /// <summary>Returns one resource or its details.</summary>
    Read,

    /// <summary>Lists resources.</summary>
    List,

    /// <summary>Creates, changes, deletes, starts or stops something.</summary>
    Write,

    /// <summary>Adds or removes tags.</summary>
    Tagging,

    /// <summary>Changes a resource policy.</summary>
    Permissions,
}
