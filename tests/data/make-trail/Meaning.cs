namespace IncidentTrail.SampleTrail;

/// <summary>What a reader must conclude about the call itself, told by the scenario and not computed.</summary>
/// <param name="Access">Read, List, Write, Tagging, Permissions, or Unclassified for other services.</param>
/// <param name="Category">The part of Incident Manager that a change touches.</param>
/// <param name="IncidentRecordArn">The incident it is about, where the record says so.</param>
/// <param name="ResourceArn">The resource it is about; null where the expectations leave it open.</param>
internal sealed record Meaning(string Access, string? Category, string? IncidentRecordArn, string? ResourceArn)
{
    public static readonly Meaning OtherService = new("Unclassified", null, null, null);

    public bool IsIncidentManager => Access != "Unclassified";

    public bool IsRead => Access is "Read" or "List";

    public static Meaning Read(string? incident = null, string? resource = null) =>
        new("Read", null, incident, resource ?? incident);

    public static Meaning List(string? incident = null, string? resource = null) =>
        new("List", null, incident, resource);

    public static Meaning Lifecycle(string? incident) => new("Write", "Lifecycle", incident, incident);

    public static Meaning Note(string? incident) => new("Write", "Notes", incident, null);

    public static Meaning Engagement(string? resource, string? incident = null) =>
        new("Write", "Engagement", incident, resource);

    public static Meaning OnCall(string? resource) => new("Write", "OnCall", null, resource);

    public static Meaning Plan(string? resource) => new("Write", "Plan", null, resource);

    public static Meaning Sharing(string? resource) => new("Permissions", "Sharing", null, resource);

    public static Meaning Replication(string? resource) => new("Write", "Replication", null, resource);
}
