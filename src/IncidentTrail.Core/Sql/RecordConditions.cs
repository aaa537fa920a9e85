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
            Source(), NamesOfSources(), OrWatched(Texts("EventName", table.Text("eventname"), query.EventName), $"{table.Text("eventname")} IS NULL"),
            Category(),
            new ActionConditions(query, table).Condition(), Optional("Region", table.Text("awsregion"), query.Region),
            Optional("AccountId", table.Text("recipientaccountid"), query.AccountId),
            OrWatched(
                Filled("ErrorCode", table.Text("errorcode"), query.ErrorCode), $"({table.Text("errorcode")} IS NULL OR {table.Text("errorcode")} = '')"),
            Outcome(), Ids(), new TimeCondition(query, table).Condition(),
            new AddressConditions(table.Text("sourceipaddress")).Condition(query.SourceIPAddress),
            Filled("AccessKeyId", table.Text("useridentity", "accesskeyid"), query.AccessKeyId),
            Texts("UserAgent", table.Text("useragent"), query.UserAgent), Unasked("Client", query.Client),
            Unasked("CallerKind", query.CallerKind),
            new CallerConditions(table).Condition(query.Caller), new ResourceConditions(table).Condition(query.ResourceArn),
        }.OfType<SqlCondition>(),
    ];

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
        return OrWatched(new SqlCondition("EventSource", sql, exact), $"{column} IS NULL");
    }

    // An Insights record names inside what it watches: the filter reads it there.
    private SqlCondition? OrWatched(SqlCondition? asked, string isAbsent) =>
        asked is { Sql: { } sql } && table.JsonText("insightdetails") is { } details
            ? new SqlCondition(asked.Filter, $"({sql} OR ({isAbsent} AND {details} IS NOT NULL))", IsExact: false)
            {
                Doubt = asked.IsExact ? $"({isAbsent} AND {details} IS NOT NULL)" : null,
            }
            : asked;

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

    // A field that holds nothing is none.
    private static SqlCondition? Filled(string filter, string? column, IReadOnlyList<string> asked) =>
        Texts(filter, column, asked) is { Sql: { } sql } texts
            ? texts with { Sql = $"({sql} AND {column} <> '')" } : Texts(filter, column, asked);

    private static SqlCondition? Unasked<T>(string filter, IReadOnlyList<T> asked) => asked.Count == 0 ? null : SqlCondition.None(filter);

    // What the record does not say, its place may: who has the row knows it.
    private static SqlCondition? Optional(string filter, string? column, IReadOnlyList<string> asked) =>
        Texts(filter, column, asked) is { Sql: { } sql } texts
            ? new SqlCondition(filter, $"({sql} OR {column} IS NULL OR {column} = '')", IsExact: false)
            {
                Doubt = texts.IsExact ? $"({column} IS NULL OR {column} = '')" : null,
            }
            : asked.Count > 0 ? SqlCondition.None(filter) : null;

    // Where a record does not name its category, its type and flag do; what the table does not hold, no record says.
    private SqlCondition Category()
    {
        IReadOnlyList<string> asked = query.EventCategory.Count > 0 ? query.EventCategory : ["Management", "Data"];
        var byFlag = table.Text("managementevent") is { } flag
            ? $"CASE WHEN {SqlText.Folded(flag)} = 'false' THEN 'data' ELSE 'management' END" : "'management'";
        var derived = table.Text("eventtype") is { } type
            ? $"(CASE {type} WHEN 'AwsCloudTrailInsight' THEN 'insight' WHEN 'AwsVpceEvent' THEN 'networkactivity'"
                + $" WHEN 'AwsVpceEvents' THEN 'networkactivity' WHEN 'AwsAggregatedEvent' THEN 'aggregated' ELSE {byFlag} END)"
            : $"({byFlag})";
        var (otherwise, alsoExact) = TextCondition.Of(derived, asked.Select(TextPattern.Parse));
        if (table.Text("eventcategory") is not { } column)
            return new SqlCondition("EventCategory", otherwise, alsoExact);
        var (sql, exact) = TextCondition.Of(column, asked.Select(TextPattern.Parse));
        // Nothing is no category.
        return new SqlCondition(
            "EventCategory", $"(({sql} AND {column} <> '') OR (({column} IS NULL OR {column} = '') AND {otherwise}))", exact && alsoExact);
    }

    private SqlCondition? Outcome()
    {
        if (query.Failed is not { } failed)
            return null;
        string?[] errors = [table.Text("errorcode"), table.Text("errormessage")];
        if (errors.Contains(null))
            return SqlCondition.None("Failed");
        var none = string.Join(" AND ", errors.Select(column => $"({column} IS NULL OR {column} = '')"));
        // A sign-in tells it in its answer, perhaps with escapes.
        var answers = string.Join(" OR ", AnswerColumns(table).Select(MayTellFailure));
        if (!failed)
            return new SqlCondition("Failed", none, IsExact: false) { Doubt = answers.Length == 0 ? SqlCondition.Never : $"({answers})" };
        var told = string.Join(" OR ", errors.Select(column => $"{column} <> ''"));
        return new SqlCondition("Failed", answers.Length == 0 ? $"({told})" : $"({told} OR {answers})", IsExact: false)
        {
            Doubt = answers.Length == 0 ? SqlCondition.Never : $"({none})",
        };
    }

    /// <summary>The columns in which an answer may tell that a call failed, as texts of JSON.</summary>
    internal static IEnumerable<string> AnswerColumns(TrailTable table) =>
        new[] { table.JsonText("responseelements"), table.JsonText("serviceeventdetails") }.OfType<string>();

    /// <summary>The condition that an answer may tell that its call failed.</summary>
    internal static string MayTellFailure(string column) => $"{SqlText.Like(column, "%Failure%")} OR {JsonTexts.MayBeEscaped(column)}";

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
