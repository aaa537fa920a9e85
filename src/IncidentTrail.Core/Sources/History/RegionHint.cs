namespace IncidentTrail.Sources.History;

/// <summary>A word on a Region that looks misspelt. It refuses nothing: AWS adds Regions without asking.</summary>
internal static class RegionHint
{
    /// <summary>What to say of a Region as typed, or null where it is known, a pattern, or nothing like a known one.</summary>
    internal static string? For(string region)
    {
        if (region.AsSpan().IndexOfAny("*?[") >= 0 || IncidentManagerRegions.All.Contains(region, StringComparer.OrdinalIgnoreCase))
            return null;
        var nearest = IncidentManagerRegions.All.MinBy(known => Distance(known, region.ToLowerInvariant()))!;
        return Distance(nearest, region.ToLowerInvariant()) <= 2
            ? $"The Region '{region}' is not one of Incident Manager's; did you mean '{nearest}'? It is used as written."
            : null;
    }

    // Edits of one character, two neighbours that changed places counting as one.
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[a.Length, b.Length];
    }
}
