using IncidentTrail.Patterns;

namespace IncidentTrail.Sql;

/// <summary>
/// Resources and incidents as a condition on the columns that name them: what was asked, what was answered, and what CloudTrail
/// extracted.
/// </summary>
internal sealed class ResourceConditions(TrailTable table)
{
    private const string Filter = "ResourceArn";

    // An ARN may be logged as it travelled in a path, and JSON writes some characters in several ways.
    private const string Breaks = ":/\"\\% ";
    private const string Travelled = "arn%3a";

    private static readonly string[] s_columns = ["requestparameters", "responseelements", "resources"];

    /// <summary>The condition; null where none is asked for.</summary>
    internal SqlCondition? Condition(IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
            return null;
        var runs = asked.Select(text => TextCondition.LongestRun(TextPattern.Parse(text), Breaks)).ToList();
        var columns = s_columns.Select(table.JsonText).ToList();
        if (runs.Contains(null) || columns.Contains(null))
            return SqlCondition.None(Filter);
        var parts = columns.SelectMany(column =>
            runs.Distinct().Select(run => JsonTexts.MayHold(column!, run!))
                .Append(SqlText.Like(SqlText.Folded(column!), "%" + SqlText.LikeLiteral(Travelled) + "%")));
        return new SqlCondition(Filter, $"({string.Join(" OR ", parts)})", IsExact: false);
    }
}
