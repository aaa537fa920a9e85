using DuckDB.NET.Data;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>DuckDB's read_json over the same files, with the columns that an event has.</summary>
internal sealed class DuckDb : IDisposable
{
    private static readonly (string Name, string Type)[] Columns =
    [
        ("eventVersion", "VARCHAR"), ("userIdentity", "JSON"), ("eventTime", "TIMESTAMP"), ("eventSource", "VARCHAR"),
        ("eventName", "VARCHAR"), ("awsRegion", "VARCHAR"), ("sourceIPAddress", "VARCHAR"), ("userAgent", "VARCHAR"),
        ("errorCode", "VARCHAR"), ("errorMessage", "VARCHAR"), ("requestParameters", "JSON"), ("responseElements", "JSON"),
        ("additionalEventData", "JSON"), ("requestID", "VARCHAR"), ("eventID", "VARCHAR"), ("readOnly", "BOOLEAN"),
        ("resources", "JSON"), ("eventType", "VARCHAR"), ("managementEvent", "BOOLEAN"), ("recipientAccountId", "VARCHAR"),
        ("eventCategory", "VARCHAR"), ("tlsDetails", "JSON"),
    ];

    private const string CallerFields =
        "userIdentity STRUCT(type VARCHAR, principalId VARCHAR, arn VARCHAR, accountId VARCHAR, accessKeyId VARCHAR, userName VARCHAR, "
        + "invokedBy VARCHAR, sessionContext STRUCT(sessionIssuer STRUCT(arn VARCHAR), attributes STRUCT(mfaAuthenticated VARCHAR))), "
        + "eventTime TIMESTAMP, eventName VARCHAR, awsRegion VARCHAR, sourceIPAddress VARCHAR, userAgent VARCHAR, errorCode VARCHAR, "
        + "recipientAccountId VARCHAR";

    private readonly DuckDBConnection _connection = new("Data Source=:memory:");
    private readonly string _files;
    private readonly string _records;

    internal DuckDb(string folder, int threads)
    {
        _connection.Open();
        Execute($"SET threads = {threads}; SET preserve_insertion_order = false");
        _files = Path.Combine(folder, "**", "*.json.gz").Replace("'", "''", StringComparison.Ordinal);
        _records = RecordsOf(string.Join(", ", Columns.Select(c => $"\"{c.Name}\" {c.Type}")));
    }

    /// <summary>Incident Manager's events, every column of each made.</summary>
    internal long IncidentManager() => Keep($"WHERE r.eventSource IN ({PlainQuery.SourceList})");

    /// <summary>
    /// The callers with what the module gives of each: distinct by kind, account and principal id, with counts, times and lists.
    /// Only the columns that this takes are read.
    /// </summary>
    internal long Callers()
    {
        Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE kept AS
            SELECT i.type, i.accountId, coalesce(i.principalId, i.arn, i.invokedBy), any_value(i.arn), any_value(i.userName),
                any_value(i.sessionContext.sessionIssuer.arn), any_value(i.sessionContext.attributes.mfaAuthenticated), count(*),
                count(r.errorCode), min(r.eventTime), max(r.eventTime), list_sort(list(DISTINCT r.sourceIPAddress)),
                list_sort(list(DISTINCT r.userAgent)), list_sort(list(DISTINCT i.accessKeyId)), list_sort(list(DISTINCT r.awsRegion)),
                list_sort(list(DISTINCT r.recipientAccountId)), list_sort(list(DISTINCT r.eventName))
            FROM (SELECT r, r.userIdentity AS i FROM {RecordsOf(CallerFields)}) GROUP BY 1, 2, 3 ORDER BY min(r.eventTime)
            """);
        return Count();
    }

    /// <summary>Every event, every column of each made.</summary>
    internal long All() => Keep(string.Empty);

    internal HashSet<string> Ids(bool all) =>
        Texts($"SELECT r.eventID FROM {_records}{(all ? "" : $" WHERE r.eventSource IN ({PlainQuery.SourceList})")}");

    /// <summary>The sessions of roles that are no service's, each with its number of calls.</summary>
    internal HashSet<string> SessionsOfRoles() => Texts(
        $"""
        SELECT i.principalId || ' ' || count(*) FROM (SELECT r, r.userIdentity AS i FROM {RecordsOf(CallerFields)})
        WHERE i.type = 'AssumedRole' AND i.sessionContext.sessionIssuer.arn NOT LIKE '%:role/aws-service-role/%' GROUP BY i.accountId, i.principalId
        """);

    public void Dispose() => _connection.Dispose();

    private HashSet<string> Texts(string query)
    {
        var ids = new HashSet<string>();
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return ids;
    }

    private string RecordsOf(string fields) =>
        $"(SELECT unnest(Records) AS r FROM read_json('{_files}', format = 'auto', maximum_object_size = 2000000000, "
            + $"columns = {{Records: 'STRUCT({fields})[]'}}))";

    private long Keep(string where)
    {
        Execute($"CREATE OR REPLACE TEMP TABLE kept AS SELECT {string.Join(", ", Columns.Select(c => $"r.\"{c.Name}\""))} FROM {_records} {where}");
        return Count();
    }

    private long Count()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM kept";
        var count = Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        Execute("DROP TABLE kept");
        return count;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
