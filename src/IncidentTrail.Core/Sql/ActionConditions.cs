using IncidentTrail.Actions;

namespace IncidentTrail.Sql;

/// <summary>Access and category, which come from the catalogue of actions, as a condition on source and name.</summary>
internal sealed class ActionConditions(TrailQuery query, TrailTable table)
{
    /// <summary>The condition; null where the query asks for neither.</summary>
    internal SqlCondition? Condition()
    {
        if (!query.ChangesOnly && query.Access.Count == 0 && query.Category.Count == 0)
            return null;
        const string Filter = "Access";
        if (table.Text("eventsource") is not { } source || table.Text("eventname") is not { } name)
            return SqlCondition.None(Filter);
        // An Insights record names the watched service inside.
        var inside = table.JsonText("insightdetails") is { } details ? $"({source} IS NULL AND {details} IS NOT NULL)" : null;
        SqlCondition Of(string sql) => new(Filter, sql, IsExact: inside is null) { Doubt = inside ?? SqlCondition.Never };
        // Whatever is not in the catalogue is unclassified.
        if (IsWanted(TrailAccess.Unclassified, null))
        {
            var left = TrailActions.All.Where(action => !IsWanted(action.Access, action.Category)).ToList();
            return left.Count == 0
                ? null
                : Of($"({source} IS NULL OR {name} IS NULL OR NOT ({Any(left, source, name)}))");
        }
        var wanted = TrailActions.All.Where(action => IsWanted(action.Access, action.Category)).ToList();
        if (wanted.Count == 0)
            return new SqlCondition(Filter, SqlCondition.Never, IsExact: true);
        return Of($"({Any(wanted, source, name)}{(inside is null ? "" : " OR " + inside)})");
    }

    // The condition that a row is of one of these actions.
    private static string Any(IEnumerable<TrailAction> actions, string source, string name) =>
        string.Join(" OR ", actions.GroupBy(action => action.EventSource).Select(group =>
            $"({TextCondition.OfTexts(source, [group.Key, IncidentManagerSources.PreRelease + group.Key]).Sql}"
            + $" AND {TextCondition.OfTexts(name, group.Select(action => action.EventName)).Sql})"));

    private bool IsWanted(TrailAccess access, TrailCategory? category) =>
        !(query.ChangesOnly && access is TrailAccess.Read or TrailAccess.List)
        && (query.Access.Count == 0 || query.Access.Contains(access))
        && (query.Category.Count == 0 || category is { } one && query.Category.Contains(one));
}
