using IncidentTrail.Patterns;

namespace IncidentTrail.Sources.History;

/// <summary>
/// A word on a Region that looks misspelt, or that no Region can be called. It refuses nothing: AWS adds Regions without asking.
/// </summary>
internal static class RegionHint
{
    /// <summary>What to say of a Region as typed, or null where it is known, a pattern, or may be one that is not known.</summary>
    internal static string? For(string region)
    {
        if (region.AsSpan().IndexOfAny("*?[") >= 0
            || IncidentManagerRegions.All.Concat(IncidentManagerRegions.Others).Contains(region, StringComparer.OrdinalIgnoreCase))
            return null;
        return Spelling.Nearest(region, IncidentManagerRegions.All) is { } nearest
            ? $"The Region '{region}' is not one of Incident Manager's; did you mean '{nearest}'? It is used as written."
            // A list in one text is spoken of where nothing matched.
            : !region.Contains(',') && RegionName.Doubt(region) is { } doubt ? $"{doubt} It is used as written." : null;
    }
}
