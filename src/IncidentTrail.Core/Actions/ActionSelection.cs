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
        return OfSources(sources).Where(a =>
            (name.IsEmpty || name.IsMatch(a.EventName))
            && (access.Count == 0 || access.Contains(a.Access))
            && (categories.Count == 0 || a.Category is { } category && categories.Contains(category)));
    }

    /// <summary>Actions of the sources; an empty list means all.</summary>
    internal static IEnumerable<TrailAction> OfSources(IReadOnlyList<string> sources)
    {
        var source = new PatternSet(sources);
        return TrailActions.All.Where(action => source.IsEmpty || IncidentManagerSources.IsMatch(source, action.EventSource));
    }

    /// <summary>What was likely meant by a name that no action of the sources has; null where nothing is near.</summary>
    internal static string? Misspelt(string name, IReadOnlyList<string> sources)
    {
        var names = OfSources(sources).Select(action => action.EventName).ToList();
        return names.Contains(name, StringComparer.OrdinalIgnoreCase) || Spelling.Nearest(name, names) is not { } nearest
            ? null
            : $"No action is called {name}; {nearest} was likely meant.";
    }
}
