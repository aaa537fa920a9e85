namespace IncidentTrail.Sql;

/// <summary>
/// One statement of Trino's that counts the calls of a query by their callers, where SQL can say every filter exactly. It reads the
/// table once. A row is a caller; what the engine alone can judge of its calls comes with it, each kind once.
/// </summary>
internal sealed class CallerStatement
{
    private const string None = "CAST(NULL AS varchar)";

    private const string Keys = "event_id, recipient, event_time, event_source, event_name";

    private readonly TrailTable _table;
    private readonly IdentityColumns _identity;
    private readonly IReadOnlyList<SqlCondition> _conditions;

    private CallerStatement(TrailTable table, IdentityColumns identity, string where, IReadOnlyList<SqlCondition> conditions)
    {
        (_table, _identity, _conditions) = (table, identity, conditions);
        Sql = Text(where);
    }

    /// <summary>
    /// What the columns of the answer are called: the caller's account and principal, and what it did, as JSON that <see cref="CountedRow"/> reads.
    /// </summary>
    internal static IReadOnlyList<string> Names { get; } = ["caller_account", "caller_principal", "calls"];

    /// <summary>The statement.</summary>
    internal string Sql { get; }

    /// <summary>The statement for a query; null, with the reason, where only rows can answer it.</summary>
    internal static (CallerStatement? Statement, string? Reason) Of(TrailQuery query, TrailTable table)
    {
        if (query.MaxEvents is not null || query.Oldest || query.Newest is not null)
            return (null, "only some of the events are asked for");
        var identity = new IdentityColumns(table);
        if (!identity.AreKnown)
            return (null, $"{table.Name} has no useridentity that could be taken apart");
        var conditions = TrailStatement.Where(query, table, 0).Conditions;
        var inexact = conditions.Where(condition => condition.Doubt is null).Select(condition => condition.Filter).Distinct().ToList();
        if (inexact.Count > 0)
            return (null, $"SQL cannot say exactly what -{string.Join(", -", inexact)} lets through");
        var taken = SqlText.Size(new CallerStatement(table, identity, "", conditions).Sql);
        var (where, _, leftOut) = TrailStatement.Where(query, table, taken);
        return leftOut.Count == 0 ? (new CallerStatement(table, identity, where, conditions), null)
            : (null, $"-{string.Join(", -", leftOut)} does not fit into a statement");
    }

    // Duplicates out first, the first by its object stays; then by caller, and by call where several records may be of one.
    private string Text(string where) => $"""
        WITH met AS (
          SELECT
            {_identity.Account} AS caller_account,
            {_identity.Principal} AS caller_principal,
            {Json(Who)} AS who,
            {Json(What)} AS what,
            nullif({_table.Text("sharedeventid") ?? None}, '') AS shared_call,
            {Moment} AS moment,
            {_table.Text("sourceipaddress") ?? None} AS address,
            {_table.Text("useragent") ?? None} AS agent,
            {_identity.AccessKey} AS access_key,
            {_table.Text("awsregion") ?? None} AS call_region,
            {_table.Text("recipientaccountid") ?? None} AS recipient,
            CASE WHEN {_table.JsonText("addendum") ?? None} <> '' THEN 1 ELSE 0 END AS late,
            {Doubt} AS doubt,
            {_table.Text("eventid") ?? None} AS event_id,
            {_table.Text("eventtime") ?? None} AS event_time,
            {_table.Text("eventsource") ?? None} AS event_source,
            {_table.Text("eventname") ?? None} AS event_name,
            {Place} AS place
          FROM {_table.Name.Sql}{where.Replace("\n", "\n  ", StringComparison.Ordinal)}
        ),
        kept AS (
          SELECT caller_account, caller_principal, who, shared_call, moment, address, agent, access_key, call_region, recipient, late,
            CASE WHEN shared_call IS NULL THEN what END AS lone,
            CASE WHEN shared_call IS NOT NULL THEN who || chr(10) || what END AS whole,
            {OfCopies("row_number()", " ORDER BY place", "1")} AS copy,
            {OfCopies("count(1)", "", "1")} AS copies,
            {OfCopies("max(doubt)", "", "doubt")} AS doubt
          FROM met
        ),
        counted AS (
          SELECT caller_account, caller_principal, who, shared_call,
            histogram(lone) AS calls, histogram(whole) AS wholes, min(moment) AS first_moment, max(moment) AS last_moment,
            count(1) AS records, sum(copies) AS copies, sum(late) AS late, max(doubt) AS doubt,
            map_keys(histogram(address)) AS addresses, map_keys(histogram(agent)) AS agents, map_keys(histogram(access_key)) AS access_keys,
            map_keys(histogram(call_region)) AS regions, map_keys(histogram(recipient)) AS recipients
          FROM kept
          WHERE copy = 1
          GROUP BY GROUPING SETS ((caller_account, caller_principal, who), (caller_account, caller_principal, shared_call))
        ),
        told AS (
          SELECT caller_account, caller_principal, who, pattern, count(1) AS times, arbitrary(seen) AS seen
          FROM (
            SELECT caller_account, caller_principal, who,
              CASE WHEN who IS NULL THEN array_sort(map_keys(wholes)) END AS pattern,
              CASE WHEN who IS NOT NULL THEN ARRAY[
                ARRAY[who, first_moment, last_moment, CAST(records AS varchar), CAST(copies AS varchar), CAST(late AS varchar), doubt,
                  json_format(CAST(calls AS JSON))], addresses, agents, access_keys, regions, recipients] END AS seen
            FROM counted
            WHERE who IS NOT NULL OR shared_call IS NOT NULL
          )
          GROUP BY caller_account, caller_principal, who, pattern
        )
        SELECT caller_account, caller_principal,
          json_format(CAST(array_agg(CASE WHEN who IS NULL THEN ARRAY[ARRAY[CAST(times AS varchar)], pattern] ELSE seen END) AS JSON)) AS calls
        FROM told
        GROUP BY caller_account, caller_principal
        """;

    // As CountedIdentity reads it.
    private IEnumerable<string> Who => _identity.All.Concat(
    [
        Service,
        _table.Text("eventtype") is { } type
            ? $"CASE WHEN {type} IN ('AwsServiceEvent', 'AwsConsoleSignIn', 'AwsConsoleAction') THEN {type} END" : None,
        _table.Text("sessioncredentialfromconsole") is { } console ? $"CASE WHEN {SqlText.Folded(console)} = 'true' THEN 'true' END" : None,
        _identity.NameAside ?? None, OddTime, PlaceWithout("recipientaccountid"), PlaceWithout("awsregion"),
    ]);

    // As CountedCall reads it.
    private IEnumerable<string> What =>
    [
        _table.Text("eventsource") ?? None, _table.Text("eventname") ?? None, $"CASE WHEN {HasError} THEN 'true' END",
        .. RecordConditions.AnswerColumns(_table).Select(column => $"CASE WHEN {MayHaveFailed(column)} THEN {column} END"),
    ];

    private string MayHaveFailed(string answer) => $"NOT ({HasError}) AND ({RecordConditions.MayTellFailure(answer)})";

    private string HasError => Any(from column in (string?[])[_table.Text("errorcode"), _table.Text("errormessage")]
                                   where column is not null
                                   select $"coalesce({column}, '') <> ''");

    // A service, or AWS itself, may stand in an address's place; of any other address nothing hangs for who the caller is.
    private string Service
    {
        get
        {
            var address = _table.Text("sourceipaddress") ?? None;
            var folded = SqlText.Folded(address);
            return $"CASE WHEN {folded} LIKE 'aws internal%' OR {folded} LIKE '%.amazonaws.com' OR {folded} LIKE '%.amazonaws.com.cn'"
                + $" OR {folded} LIKE '%.aws.internal' THEN {address} END";
        }
    }

    private string Moment => _table.Text("eventtime") is { } time ? $"CASE WHEN {TimeCondition.IsUsual(time)} THEN {time} END" : None;

    private string OddTime => _table.Text("eventtime") is { } time
        ? $"CASE WHEN {TimeCondition.IsUsual(time)} THEN NULL ELSE coalesce({time}, '') END" : "''";

    private static string Place => SqlText.Name(TrailStatement.PathColumn);

    // What a record does not say, its place may.
    private string PlaceWithout(string column) => $"CASE WHEN coalesce({_table.Text(column) ?? None}, '') = '' THEN {Place} END";

    private string Doubt
    {
        get
        {
            var doubts = _conditions.Where(condition => condition.Doubt != SqlCondition.Never)
                .Select(condition => (condition.Doubt!, "-" + condition.Filter))
                // An Insights record names the watched service inside.
                .Concat(_table.Text("eventsource") is { } source && _table.JsonText("insightdetails") is { } details
                    ? [($"{source} IS NULL AND {details} IS NOT NULL", "the service")] : [])
                .Concat(_identity.NameAsideDoubt is { } aside ? [(aside, "the caller's name")] : [])
                .Concat(RecordConditions.AnswerColumns(_table).Select(column =>
                    ($"{MayHaveFailed(column)} AND length({column}) > {EngineLimits.LongestCountedAnswer}", "whether the call failed")))
                .ToList();
            return doubts.Count == 0 ? None
                : $"CASE {string.Join(" ", doubts.Select(doubt => $"WHEN {doubt.Item1} THEN {SqlText.Literal(doubt.Item2)}"))} END";
        }
    }

    // Of an event and its copies: those without an id are none of one another's.
    private static string OfCopies(string function, string order, string alone) =>
        $"CASE WHEN event_id <> '' THEN {function} OVER (PARTITION BY {Keys}{order}) ELSE {alone} END";

    private static string Any(IEnumerable<string> conditions) => string.Join(" OR ", conditions.DefaultIfEmpty(SqlCondition.Never));

    private static string Json(IEnumerable<string> texts) => $"json_format(CAST(ARRAY[{string.Join(", ", texts)}] AS JSON))";
}
