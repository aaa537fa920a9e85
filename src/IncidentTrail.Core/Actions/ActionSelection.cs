using IncidentTrail.Patterns;

namespace IncidentTrail.Actions;

/// <summary>The catalogue's actions that fit what is asked, by the same rules that filter events.</summary>
internal static class ActionSelection
{
    /// <summary>Actions by name, source, access and category; an empty list asks for nothing in particular.</summary>
    internal static IEnumerable<TrailAction> Select(
        IReadOnlyList<string> names, IReadOnlyList<string> sources, IReadOnlyList<TrailAccess> access,
        IReadOnlyList<TrailCategory> categories)
    {
        var name = new PatternSet(names);
        var source = new PatternSet(sources);
        return TrailActions.All.Where(a =>
            (name.IsEmpty || name.IsMatch(a.EventName))
            && (source.IsEmpty || IncidentManagerSources.IsMatch(source, a.EventSource))
            && (access.Count == 0 || access.Contains(a.Access))
            && (categories.Count == 0 || a.Category is { } category && categories.Contains(category)));
    }
}
