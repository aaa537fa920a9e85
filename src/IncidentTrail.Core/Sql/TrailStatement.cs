using System.Globalization;
using System.Text;

namespace IncidentTrail.Sql;

/// <summary>One statement of Trino's that asks a table for the rows of a query, and what it leaves to be judged of them.</summary>
internal sealed class TrailStatement
{
    /// <summary>What the column of the object's address is called in the answer.</summary>
    internal const string PathColumn = "$path";

    private TrailStatement(string sql, IReadOnlyList<TableColumn> columns, IReadOnlyList<SqlCondition> conditions, IReadOnlyList<string> leftOut) =>
        (Sql, Columns, Conditions, LeftOut) = (sql, columns, conditions, leftOut);

    /// <summary>The statement.</summary>
    internal string Sql { get; }

    /// <summary>The columns of the answer, in their order; the object's address follows them.</summary>
    internal IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>What the columns of the answer are called.</summary>
    internal IReadOnlyList<string> Names => [.. Columns.Select(column => column.Name), PathColumn];

    /// <summary>The conditions that it asks by.</summary>
    internal IReadOnlyList<SqlCondition> Conditions { get; }

    /// <summary>The filters that did not fit into a statement.</summary>
    internal IReadOnlyList<string> LeftOut { get; }

    /// <summary>The filters that are applied to what comes back, since SQL answers them not at all or too generously.</summary>
    internal IReadOnlyList<string> AppliedHere =>
        [.. Conditions.Where(condition => !condition.IsExact || condition.Sql is null).Select(condition => condition.Filter).Concat(LeftOut).Distinct()];

    /// <summary>The statement for a query.</summary>
    internal static TrailStatement Of(TrailQuery query, TrailTable table)
    {
        var head = Head(table);
        var tail = Order(query, table);
        var (where, conditions, leftOut) = Where(query, table, SqlText.Size(head) + SqlText.Size(tail));
        return new TrailStatement(head + where + tail, table.Columns, conditions, leftOut);
    }

    /// <summary>The conditions of a query, as many as fit into a statement beside so many bytes: of those that do not the largest is left out.</summary>
    internal static (string Sql, IReadOnlyList<SqlCondition> Conditions, IReadOnlyList<string> LeftOut) Where(
        TrailQuery query, TrailTable table, int taken)
    {
        var partitions = table.Keys.Conditions(query).ToList();
        var conditions = new RecordConditions(query, table).All().ToList();
        var leftOut = new List<string>();
        while (true)
        {
            var sql = partitions.Concat(conditions.Select(condition => condition.Sql).OfType<string>()).ToList();
            var text = sql.Count == 0 ? "" : "\nWHERE " + string.Join("\n  AND ", sql);
            if (taken + SqlText.Size(text) <= EngineLimits.LargestStatement)
                return (text, conditions, leftOut);
            var largest = conditions.Where(condition => condition.Sql is not null).MaxBy(condition => condition.Sql!.Length);
            var partition = partitions.MaxBy(each => each.Length);
            if (largest is null || partition?.Length > largest.Sql!.Length)
            {
                partitions.Remove(partition!);
                continue;
            }
            conditions.Remove(largest);
            leftOut.Add(largest.Filter);
        }
    }

    private static string Head(TrailTable table)
    {
        var select = new StringBuilder("SELECT ");
        foreach (var column in table.Columns)
            select.Append(table.JsonText(column.Name)).Append(" AS ").Append(column.Sql).Append(",\n  ");
        return select.Append(SqlText.Name(PathColumn)).Append(" AS ").Append(SqlText.Name(PathColumn))
            .Append("\nFROM ").Append(table.Name.Sql).ToString();
    }

    // What is not written as usual may be any time: among the earliest, it is put in its place here.
    private static string Order(TrailQuery query, TrailTable table)
    {
        if (!query.Oldest && query.MaxEvents is null || TimeCondition.Instant(table) is not { } instant)
            return "";
        var id = table.Text("eventid") is { } column ? $", {column}" : "";
        // Of several copies the one of the first object is given, as from a bucket; in one object any two that differ at all have an order.
        var columns = Enumerable.Range(1, table.Columns.Count).Select(number => number.ToString(CultureInfo.InvariantCulture));
        return $"\nORDER BY {instant} NULLS {(query.Oldest ? "FIRST" : "LAST")}{id}, {SqlText.Name(PathColumn)}, {string.Join(", ", columns)}";
    }
}
