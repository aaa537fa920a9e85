namespace IncidentTrail.Sources.History;

/// <summary>The attributes of LookupEvents that are asked for, spelled as the API spells them.</summary>
internal enum LookupAttributeKey
{
    /// <summary>The event's id.</summary>
    EventId,

    /// <summary>The access key id that signed the call.</summary>
    AccessKeyId,

    /// <summary>The name of the API action.</summary>
    EventName,

    /// <summary>The name of an IAM user (of a role's session: the session's name).</summary>
    Username,

    /// <summary>The service that was called.</summary>
    EventSource,
}
