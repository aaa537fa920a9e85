using System.Collections.Frozen;
using IncidentTrail.Actions;

namespace IncidentTrail;

/// <summary>The catalogue of Incident Manager's API actions.</summary>
public static class TrailActions
{
    private static readonly FrozenDictionary<string, TrailAction[]> s_byName = IncidentsActions.All
        .Concat(ContactsActions.All)
        .GroupBy(action => action.EventName, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Every action, those of incidents first, each service's in order of name.</summary>
    public static IReadOnlyList<TrailAction> All { get; } =
        Array.AsReadOnly<TrailAction>([.. IncidentsActions.All, .. ContactsActions.All]);

    /// <summary>True where a service of Incident Manager has an action of that name.</summary>
    internal static bool HasName(string? eventName) => eventName is not null && s_byName.ContainsKey(eventName);

    /// <summary>
    /// The action of that source and name, ignoring case; null for other services and unknown names. The pre-release
    /// <c>gamma-</c> form of a source counts as the source.
    /// </summary>
    public static TrailAction? Find(string? eventSource, string? eventName)
    {
        if (eventSource is null || eventName is null || !s_byName.TryGetValue(eventName, out var actions))
            return null;
        var source = eventSource.AsSpan();
        if (source.StartsWith(IncidentManagerSources.PreRelease, StringComparison.OrdinalIgnoreCase))
            source = source[IncidentManagerSources.PreRelease.Length..];
        foreach (var action in actions)
        {
            if (source.Equals(action.EventSource, StringComparison.OrdinalIgnoreCase))
                return action;
        }

        return null;
    }
}
