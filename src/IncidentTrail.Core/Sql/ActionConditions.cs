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
        // Whatever is not in the catalogue is unclassified.
        if (IsWanted(TrailAccess.Unclassified, null))
        {
            var left = TrailActions.All.Where(action => !IsWanted(action.Access, action.Category)).ToList();
            return left.Count == 0
                ? null
                : new SqlCondition(Filter, $"({source} IS NULL OR {name} IS NULL OR NOT ({Any(left, source, name)}))", IsExact: true);
        }
        var wanted = TrailActions.All.Where(action => IsWanted(action.Access, action.Category)).ToList();
        if (wanted.Count == 0)
            return new SqlCondition(Filter, "1 = 0", IsExact: true);
        // An Insights record names the watched service inside.
        return table.JsonText("insightdetails") is { } details
            ? new SqlCondition(Filter, $"({Any(wanted, source, name)} OR ({source} IS NULL AND {details} IS NOT NULL))", IsExact: false)
            : new SqlCondition(Filter, $"({Any(wanted, source, name)})", IsExact: true);
    }

    /// <summary>The condition that a row is of one of these actions.</summary>
    internal static string Any(IEnumerable<TrailAction> actions, string source, string name) =>
        string.Join(" OR ", actions.GroupBy(action => action.EventSource).Select(group =>
            $"({TextCondition.OfTexts(source, [group.Key, IncidentManagerSources.PreRelease + group.Key]).Sql}"
            + $" AND {TextCondition.OfTexts(name, group.Select(action => action.EventName)).Sql})"));

    private bool IsWanted(TrailAccess access, TrailCategory? category) =>
        !(query.ChangesOnly && access is TrailAccess.Read or TrailAccess.List)
        && (query.Access.Count == 0 || query.Access.Contains(access))
        && (query.Category.Count == 0 || category is { } one && query.Category.Contains(one));
}
