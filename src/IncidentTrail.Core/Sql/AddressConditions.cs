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
        var exact = true;
        var parts = new List<string>();
        foreach (var (block, text) in patterns.Select(pattern => (pattern.Block, pattern.Text)))
        {
            if (text is not null)
            {
                var (sql, isExact) = TextCondition.Of(column, [text]);
                parts.Add(sql);
                exact &= isExact;
            }
            if (block is null)
                continue;
            exact = false;
            parts.Add(SqlText.Like(column, "%:%"));
            if (block.Numbers is { } numbers)
                parts.Add(SqlText.Like(column, Start(numbers, block.Prefix)));
        }
        return new SqlCondition(Filter, $"({string.Join(" OR ", parts.Distinct())})", exact);
    }

    private static string Start(IReadOnlyList<byte> numbers, int prefix)
    {
        var whole = prefix / BitsOfNumber;
        var start = string.Concat(numbers.Take(whole).Select((number, i) => i == numbers.Count - 1 ? $"{number}" : $"{number}."));
        return whole == numbers.Count ? start : start + "%";
    }
}
