using IncidentTrail.Actions;
using IncidentTrail.Patterns;

namespace IncidentTrail.Sql;

/// <summary>
/// The filters of a query as conditions on the columns of a table. Each lets through at least what the filter does: whatever
/// comes back is judged by the filter itself.
/// </summary>
internal sealed class RecordConditions(TrailQuery query, TrailTable table)
{
    /// <summary>A condition for each filter that the query has.</summary>
    internal IReadOnlyList<SqlCondition> All() =>
    [
        .. new[]
        {
            Source(), NamesOfSources(), Texts("EventName", table.Text("eventname"), query.EventName), Category(),
            new ActionConditions(query, table).Condition(), Optional("Region", table.Text("awsregion"), query.Region),
            Optional("AccountId", table.Text("recipientaccountid"), query.AccountId),
            Texts("ErrorCode", table.Text("errorcode"), query.ErrorCode), Outcome(), Ids(), new TimeCondition(query, table).Condition(),
            new AddressConditions(table.Text("sourceipaddress")).Condition(query.SourceIPAddress),
            Texts("AccessKeyId", table.Text("useridentity", "accesskeyid"), query.AccessKeyId),
            new CallerConditions(table).Condition(query.Caller), new ResourceConditions(table).Condition(query.ResourceArn),
        }.OfType<SqlCondition>(),
    ];

    // An Insights record names the watched service inside.
    private SqlCondition? Source()
    {
        IReadOnlyList<string> asked = query switch
        {
            { EventSource.Count: > 0 } => query.EventSource,
            { AllServices: true } => [],
            _ => IncidentManagerSources.All,
        };
        if (asked.Count == 0)
            return null;
        if (table.Text("eventsource") is not { } column)
            return SqlCondition.None("EventSource");
        var patterns = asked
            .SelectMany(text => text.EndsWith(IncidentManagerSources.Suffix, StringComparison.OrdinalIgnoreCase)
                ? [text] : new[] { text, text + IncidentManagerSources.Suffix })
            .Select(TextPattern.Parse);
        var (sql, exact) = TextCondition.Of(column, patterns);
        return table.JsonText("insightdetails") is { } details
            ? new SqlCondition("EventSource", $"({sql} OR ({column} IS NULL AND {details} IS NOT NULL))", IsExact: false)
            : new SqlCondition("EventSource", sql, exact);
    }

    private SqlCondition? NamesOfSources()
    {
        if (query.EventNamesOf.Count == 0)
            return null;
        if (table.Text("eventsource") is not { } source || table.Text("eventname") is not { } name)
            return SqlCondition.None("EventNamesOf");
        var named = query.EventNamesOf.Select(each =>
            $"({source} = {SqlText.Literal(each.Key)} AND {TextCondition.OfTexts(name, each.Value).Sql})");
        return new SqlCondition(
            "EventNamesOf",
            $"({source} IS NULL OR {source} NOT IN {SqlText.List(query.EventNamesOf.Keys)} OR {string.Join(" OR ", named)})", IsExact: false);
    }

    private static SqlCondition? Texts(string filter, string? column, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
            return null;
        if (column is null)
            return SqlCondition.None(filter);
        var (sql, exact) = TextCondition.Of(column, asked.Select(TextPattern.Parse));
        return new SqlCondition(filter, sql, exact);
    }

    // What the record does not say, its place may: who has the row knows it.
    private static SqlCondition? Optional(string filter, string? column, IReadOnlyList<string> asked) =>
        Texts(filter, column, asked) is { Sql: { } sql } texts
            ? texts with { Sql = $"({sql} OR {column} IS NULL OR {column} = '')", IsExact = false }
            : asked.Count > 0 ? SqlCondition.None(filter) : null;

    // Where a record does not name its category, its type and flag do.
    private SqlCondition? Category()
    {
        IReadOnlyList<string> asked = query.EventCategory.Count > 0 ? query.EventCategory : ["Management", "Data"];
        if (table.Text("eventcategory") is not { } column)
            return SqlCondition.None("EventCategory");
        var (sql, exact) = TextCondition.Of(column, asked.Select(TextPattern.Parse));
        if (table.Text("eventtype") is not { } type || table.Text("managementevent") is not { } flag)
            return new SqlCondition("EventCategory", $"({sql} OR {column} IS NULL OR {column} = '')", IsExact: false);
        var derived = $"(CASE {type} WHEN 'AwsCloudTrailInsight' THEN 'insight' WHEN 'AwsVpceEvent' THEN 'networkactivity'"
            + " WHEN 'AwsVpceEvents' THEN 'networkactivity' WHEN 'AwsAggregatedEvent' THEN 'aggregated'"
            + $" ELSE CASE WHEN {SqlText.Folded(flag)} = 'false' THEN 'data' ELSE 'management' END END)";
        var (otherwise, alsoExact) = TextCondition.Of(derived, asked.Select(TextPattern.Parse));
        return new SqlCondition(
            "EventCategory", $"({sql} OR (({column} IS NULL OR {column} = '') AND {otherwise}))", exact && alsoExact);
    }

    private SqlCondition? Outcome()
    {
        if (query.Failed is not { } failed)
            return null;
        string?[] errors = [table.Text("errorcode"), table.Text("errormessage")];
        if (errors.Contains(null))
            return SqlCondition.None("Failed");
        if (!failed)
            return new SqlCondition("Failed", string.Join(" AND ", errors.Select(column => $"({column} IS NULL OR {column} = '')")), IsExact: false);
        // A sign-in tells it in its answer, perhaps with escapes.
        var answers = new[] { table.JsonText("responseelements"), table.JsonText("serviceeventdetails") }.OfType<string>()
            .SelectMany(column => new[] { SqlText.Like(column, "%Failure%"), JsonTexts.MayBeEscaped(column) });
        return new SqlCondition("Failed", $"({string.Join(" OR ", errors.Select(column => $"{column} <> ''").Concat(answers))})", IsExact: false);
    }

    private SqlCondition? Ids()
    {
        if (query.EventId.Count == 0)
            return null;
        if (table.Text("eventid") is not { } column)
            return SqlCondition.None("EventId");
        var (sql, exact) = TextCondition.OfTexts(column, query.EventId);
        return new SqlCondition("EventId", sql, exact);
    }
}
