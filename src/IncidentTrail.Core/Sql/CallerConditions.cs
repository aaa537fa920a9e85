using IncidentTrail.Patterns;

namespace IncidentTrail.Sql;

/// <summary>
/// Callers as a condition on the columns that their names are made of: one of them holds the longest text of the pattern that
/// is no seam between two.
/// </summary>
internal sealed class CallerConditions(TrailTable table)
{
    private const string Filter = "Caller";

    // Between the parts of a name stands a slash; quotes and backslashes are written otherwise in JSON.
    private const string Breaks = "/\"\\";

    // What a caller may be called that no field says so.
    private const string Root = "root";
    private const string Unknown = "unknown";

    /// <summary>The condition; null where nobody is asked for.</summary>
    internal SqlCondition? Condition(IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
            return null;
        var runs = asked.Select(text => TextCondition.LongestRun(TextPattern.Parse(text), Breaks)).ToList();
        if (runs.Exists(run => run is null || Unknown.Contains(run, StringComparison.Ordinal)))
            return SqlCondition.None(Filter);
        var parts = runs.Distinct().SelectMany(run => Any(run!)).ToList();
        return parts.Count == 0 ? SqlCondition.None(Filter) : new SqlCondition(Filter, $"({string.Join(" OR ", parts)})", IsExact: false);
    }

    private IEnumerable<string> Any(string run)
    {
        var texts = new[]
        {
            table.Text("useridentity", "username"), table.Text("useridentity", "arn"), table.Text("useridentity", "principalid"),
            table.Text("useridentity", "accountid"), table.Text("useridentity", "invokedby"),
            table.Text("useridentity", "onbehalfof", "userid"), table.Text("useridentity", "sessioncontext", "sessionissuer", "username"),
            table.Text("useridentity", "sessioncontext", "sessionissuer", "arn"), table.Text("sourceipaddress"),
        };
        var kinds = Root.Contains(run, StringComparison.Ordinal)
            ? new[] { table.Text("useridentity", "type"), table.Text("useridentity", "sessioncontext", "sessionissuer", "type") } : [];
        foreach (var column in texts.Concat(kinds).OfType<string>())
            yield return SqlText.Like(SqlText.Folded(column), "%" + SqlText.LikeLiteral(run) + "%");
        if (table.JsonText("additionaleventdata") is { } aside)
            yield return JsonTexts.MayHold(aside, run);
        // An identity that is text, and not an object, is in a column of text.
        if (table.Text("useridentity") is { } identity)
            yield return JsonTexts.MayHold(identity, run);
    }
}
