using IncidentTrail.Patterns;

namespace IncidentTrail.Actions;

/// <summary>The catalogue's actions that fit what is asked, by the same rules that filter events.</summary>
internal static class ActionSelection
{
    // No other service's source has this word in it; people leave out what stands before it.
    private const string Incident = "incident";
    private const string Contacts = "contacts";

    private static string Held => string.Join(" and ", IncidentManagerSources.Released);

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

    /// <summary>What was likely meant by a name that no action of the sources has, in a sentence; null where nothing is near.</summary>
    internal static string? Misspelt(string name, IReadOnlyList<string> sources) =>
        Nearest(name, sources) is { } nearest ? $"No action is called {name}; {nearest} was likely meant." : null;

    /// <summary>The name that a name which no action of the sources has is near; null where none is.</summary>
    internal static string? Nearest(string name, IReadOnlyList<string> sources)
    {
        var names = OfSources(sources).Select(action => action.EventName).ToList();
        return names.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : Spelling.Nearest(name, names);
    }

    /// <summary>True of a name that some action has.</summary>
    internal static bool IsKnown(string name) =>
        TrailActions.All.Any(action => action.EventName.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>That the catalogue has no action of a name, and what it holds.</summary>
    internal static string Unknown(string name) =>
        $"The catalogue has no action called {name}" + (IsPart(name) ? $"; *{name}* finds those whose names hold it." : $": it holds those of {Held}.");

    /// <summary>True of what some action's name holds.</summary>
    internal static bool IsPart(string name) => TrailActions.All.Any(action => action.EventName.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Which service was likely meant by a source that is none of Incident Manager's; null where nothing is near.</summary>
    internal static string? Doubt(string source)
    {
        if (IncidentManagerSources.IsNamed(source))
            return null;
        var names = IncidentManagerSources.Released.Select(name => name[..^IncidentManagerSources.Suffix.Length]).ToList();
        var typed = source.EndsWith(IncidentManagerSources.Suffix, StringComparison.OrdinalIgnoreCase) ? source[..^IncidentManagerSources.Suffix.Length] : source;
        if (Spelling.Nearest(typed, names) is { } nearest)
            return $"No service is called {source}; {nearest} was likely meant.";
        var meant = typed.Contains(Incident, StringComparison.OrdinalIgnoreCase) ? IncidentManagerSources.Incidents
            : Spelling.Nearest(typed, [Contacts]) is not null ? IncidentManagerSources.Contacts : null;
        // Whether some other service is called so is not known here.
        return meant is null ? null : $"{source} is no service of Incident Manager's; {meant} was likely meant.";
    }

    /// <summary>
    /// Why the catalogue has nothing of the sources that a person typed, each in a sentence: what was likely meant, or what it
    /// holds. A pattern is not doubted.
    /// </summary>
    internal static IEnumerable<string> Doubts(IEnumerable<string> sources) => sources
        .Where(source => source.AsSpan().IndexOfAny("*?[`") < 0 && !IncidentManagerSources.IsNamed(source))
        .Select(source => Doubt(source)
            ?? $"The catalogue has no action of {source}: it holds those of {Held}.");
}
