using IncidentTrail.Actions;

namespace IncidentTrail.Incidents.Calls;

/// <summary>What all calls of one source and name have in common, found once for all of them.</summary>
internal sealed class CallKind
{
    private CallKind(string? source, string? name)
    {
        Service = IncidentManagerSources.ServiceOf(source);
        IsOwn = IncidentManagerSources.IsService(Service);
        IsWanted = IncidentEvents.IsWanted(Service, name);
        Action = TrailActions.Find(source, name);
        Name = Action?.EventName ?? IncidentEvents.NameOf(Service, name);
        IsRead = Action?.Access is TrailAccess.Read or TrailAccess.List;
        IsStart = Is("StartIncident");
        IsUpdate = Is("UpdateIncidentRecord");
        IsEngagement = Is("StartEngagement");
        IsPage = Is("AcceptPage");
        IsLinkedLater = IsPage || IsStart || (!IsOwn && Service == "ssm");
        Naming = IncidentNaming.Of(Action);
    }

    /// <summary>The source as <see cref="IncidentManagerSources.ServiceOf"/> gives it.</summary>
    internal string Service { get; }

    /// <summary>True for a call of Incident Manager itself.</summary>
    internal bool IsOwn { get; }

    /// <summary>True for a call that may tell of an incident.</summary>
    internal bool IsWanted { get; }

    /// <summary>
    /// The event's name as the catalogue spells it, or the table of other services' events: case is no difference, and
    /// whoever asks for a name need not think of it.
    /// </summary>
    internal string Name { get; }

    internal TrailAction? Action { get; }

    internal bool IsRead { get; }

    /// <summary>True for StartIncident.</summary>
    internal bool IsStart { get; }

    /// <summary>True for UpdateIncidentRecord.</summary>
    internal bool IsUpdate { get; }

    /// <summary>True for StartEngagement.</summary>
    internal bool IsEngagement { get; }

    /// <summary>True for AcceptPage, which names a page and no incident.</summary>
    internal bool IsPage { get; }

    /// <summary>True for a call that may be linked to incidents only once these are known with all calls that name them.</summary>
    internal bool IsLinkedLater { get; }

    /// <summary>Where such a call names its incident.</summary>
    internal IncidentNaming Naming { get; }

    internal bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    internal static CallKind Of(string? source, string? name) => new(source, name);
}
