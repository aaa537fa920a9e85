using DuckDB.NET.Data;
using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>
/// A table of records in DuckDB, with macros for what Trino calls otherwise: it runs the statements as they stand.
/// </summary>
internal sealed class DuckTable : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly TableForm _form;

    internal DuckTable(TableForm form, IEnumerable<AwkwardRecord> records)
    {
        _form = form;
        Table = form.Table;
        _connection.Open();
        Execute("SET threads = 1");
        Execute("CREATE SCHEMA audit");
        Execute("CREATE MACRO from_iso8601_timestamp(t) AS CAST(t AS TIMESTAMPTZ)");
        Execute("CREATE MACRO json_format(j) AS CAST(j AS VARCHAR)");
        var columns = form.Columns.Concat(form.Keys).Select(column => (column.Name, Type: HiveType.Parse(column.Type))).ToList();
        Execute($"CREATE TABLE audit.\"{form.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\" {HiveRow.DuckType(c.Type)}"))}, \"$path\" VARCHAR)");
        foreach (var record in records)
            Insert(record);
    }

    internal TrailTable Table { get; }

    /// <summary>Lets statements run as they stand: of a small table a long one takes longer to plan than to run.</summary>
    internal void PlanNothing() => Execute("PRAGMA disable_optimizer");

    /// <summary>The rows of a statement.</summary>
    internal IReadOnlyList<IReadOnlyList<string?>> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql.Replace("element_at(", "map_extract_value(", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyList<string?>>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]);
        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private void Insert(AwkwardRecord record)
    {
        var values = _form.Columns.Select(column => HiveRow.Literal(
            record.Json.FirstOrDefault(member => member.Key.Equals(column.Name, StringComparison.OrdinalIgnoreCase)).Value,
            HiveType.Parse(column.Type)));
        var keys = _form.Values(record.Log).Zip(_form.Keys, (value, key) => key.Type == "string" ? HiveRow.Quoted(value) : value);
        Execute($"INSERT INTO audit.\"{_form.Name}\" VALUES ({string.Join(", ", values.Concat(keys))}, {HiveRow.Quoted("s3://" + record.Log.Location)})");
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
