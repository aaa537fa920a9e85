using IncidentTrail.Patterns;

namespace IncidentTrail.Sql;

/// <summary>
/// Source addresses as a condition on their text: whole numbers of a block, and every address with a colon, since one address has
/// many spellings there.
/// </summary>
internal sealed class AddressConditions(string? column)
{
    private const int BitsOfNumber = 8;

    /// <summary>The condition; null where none is asked for.</summary>
    internal SqlCondition? Condition(IReadOnlyList<string> asked)
    {
        const string Filter = "SourceIPAddress";
        if (asked.Count == 0)
            return null;
        if (column is null)
            return SqlCondition.None(Filter);
        var patterns = asked.Select(AddressPattern.Parse).ToList();
        var (exact, isDoubtKnown) = (true, true);
        var parts = new List<string>();
        foreach (var (block, text) in patterns.Select(pattern => (pattern.Block, pattern.Text)))
        {
            if (text is not null)
            {
                var (sql, isExact) = TextCondition.Of(column, [text]);
                parts.Add(sql);
                exact &= isExact;
                isDoubtKnown &= isExact;
            }
            if (block is null)
                continue;
            exact = false;
            // One address of four numbers is written in one way, but for those with colons.
            isDoubtKnown &= text is not null && block.Numbers is not null;
            parts.Add(SqlText.Like(column, "%:%"));
            if (block.Numbers is { } numbers)
                parts.Add(SqlText.Like(column, Start(numbers, block.Prefix)));
        }
        return new SqlCondition(Filter, $"({string.Join(" OR ", parts.Distinct())})", exact)
        {
            Doubt = exact ? SqlCondition.Never : isDoubtKnown ? SqlText.Like(column, "%:%") : null,
        };
    }

    private static string Start(IReadOnlyList<byte> numbers, int prefix)
    {
        var whole = prefix / BitsOfNumber;
        var start = string.Concat(numbers.Take(whole).Select((number, i) => i == numbers.Count - 1 ? $"{number}" : $"{number}."));
        return whole == numbers.Count ? start : start + "%";
    }
}
