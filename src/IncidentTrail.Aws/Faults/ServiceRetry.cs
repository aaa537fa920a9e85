namespace IncidentTrail.Aws.Faults;

/// <summary>What can be done about an error a service answered with.</summary>
internal enum ServiceRetry
{
    /// <summary>Nothing: the same request fails again.</summary>
    None,

    /// <summary>Wait and try again: the caller is too fast for the service.</summary>
    Throttled,

    /// <summary>Try again: the service or the connection failed.</summary>
    Transient,

    /// <summary>Get new credentials and try again.</summary>
    Expired,

    /// <summary>The signature may be too old or too young: correct the clock by the answer's date and try again.</summary>
    Clock,
}
