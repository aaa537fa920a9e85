using IncidentTrail.Patterns;

namespace IncidentTrail.Sources.History;

/// <summary>Which Regions' Event history is asked, by what <c>-Region</c> says.</summary>
/// <param name="Asked">The Regions, each once, in the order given; those of a wildcard in ordinal order.</param>
/// <param name="NotAsked">Incident Manager's other Regions, where nothing was said: their events are not in the answer.</param>
internal sealed record HistoryRegions(IReadOnlyList<string> Asked, IReadOnlyList<string> NotAsked)
{
    /// <summary>Chooses the Regions.</summary>
    /// <param name="wanted">What <c>-Region</c> says: names, or wildcards over Incident Manager's Regions.</param>
    /// <param name="sessionRegion">The Region of the session, profile or environment; null where there is none.</param>
    public static HistoryRegions Choose(IReadOnlyList<string> wanted, string? sessionRegion)
    {
        var known = IncidentManagerRegions.InPartitionOf(sessionRegion);
        if (wanted.Count == 0)
        {
            return sessionRegion is null
                ? new HistoryRegions([], known)
                : new HistoryRegions([sessionRegion], [.. known.Where(r => r != sessionRegion)]);
        }

        var asked = wanted.Select(TextPattern.Parse).SelectMany(
            w => w.Literal is { } region ? [region.ToLowerInvariant()] : known.Where(r => w.IsMatch(r)));
        return new HistoryRegions([.. asked.Distinct(StringComparer.Ordinal)], []);
    }

    /// <summary>The sentence that names what was not asked, or null.</summary>
    public string? Warning => NotAsked.Count == 0
        ? null
        : $"Only the Event history of {string.Join(", ", Asked)} was asked. Incident Manager is also offered in "
            + $"{string.Join(", ", NotAsked)}: ask them with -Region, or all with -Region *.";
}
