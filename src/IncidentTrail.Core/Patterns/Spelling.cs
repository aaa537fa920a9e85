namespace IncidentTrail.Patterns;

/// <summary>Finds what was likely meant by a word that is misspelt.</summary>
internal static class Spelling
{
    private const int Near = 2;

    /// <summary>The known word that is one or two slips away, ignoring case; null where there is none.</summary>
    internal static string? Nearest(string word, IEnumerable<string> known)
    {
        var typed = word.ToLowerInvariant();
        string? nearest = null;
        var least = Near + 1;
        foreach (var name in known)
        {
            if (Distance(name.ToLowerInvariant(), typed) is var distance && distance < least)
                (nearest, least) = (name, distance);
        }
        return nearest;
    }

    // Edits of one character, two neighbours that changed places counting as one.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > Near)
            return int.MaxValue;
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
