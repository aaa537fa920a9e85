namespace IncidentTrail.PowerShell.Arguments;

/// <summary>What a cmdlet takes from the pipeline, as it is said to who gave it something else.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="IsIncidents">True where incidents are wanted first.</param>
internal sealed record TakenInput(string Words, bool IsIncidents = false)
{
    /// <summary>What a cmdlet takes that reads events, and has their filters.</summary>
    public static readonly TakenInput Sources = new("logs, events and paths");

    /// <summary>What a cmdlet takes that lists logs.</summary>
    public static readonly TakenInput Listings = new("paths, logs and events");

    /// <summary>What a cmdlet takes that has logs copied.</summary>
    public static readonly TakenInput Logs = new("logs");

    /// <summary>What a cmdlet takes that tests logs by their digests.</summary>
    public static readonly TakenInput Copies = new("paths, logs and packages of evidence");

    /// <summary>What a cmdlet takes that draws incidents.</summary>
    public static readonly TakenInput Drawn = new("incidents and steps of timelines", IsIncidents: true);

    /// <summary>What a cmdlet takes that reports incidents.</summary>
    public static readonly TakenInput Reported = new("incidents, steps of timelines and events", IsIncidents: true);

    /// <summary>What a cmdlet takes that counts the hours of calls.</summary>
    public static readonly TakenInput Calls = new("events, incidents and steps of timelines");

    /// <summary>What a cmdlet takes that tells of actions.</summary>
    public static readonly TakenInput Actions = new("names of actions, events, incidents, steps, callers and actions");
}
