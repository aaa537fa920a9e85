using IncidentTrail.Records;

namespace IncidentTrail.Sql;

/// <summary>
/// A table over a trail's logs, as its catalogue describes it: ours, or one that somebody has made. It is known by its columns
/// and keys, whatever its name.
/// </summary>
internal sealed class TrailTable
{
    private static readonly string[] s_needed = ["eventname", "eventsource", "eventtime"];

    private readonly Dictionary<string, TableColumn> _columns;

    internal TrailTable(
        TableName name, IEnumerable<TableColumn> columns, IEnumerable<TableColumn> keys, IReadOnlyDictionary<string, string> parameters)
    {
        Name = name;
        _columns = columns.Where(column => FieldOf(column.Name) is not null)
            .GroupBy(column => column.Name).ToDictionary(group => group.Key, group => group.First());
        Keys = PartitionKeys.Of([.. keys], parameters);
    }

    /// <summary>The database and the table.</summary>
    internal TableName Name { get; }

    /// <summary>What its partitions are told apart by.</summary>
    internal PartitionKeys Keys { get; }

    /// <summary>The columns that hold fields of a record, in the order of the fields.</summary>
    internal IReadOnlyList<TableColumn> Columns => [.. _columns.Values.OrderBy(column => FieldOf(column.Name))];

    /// <summary>True where it holds what every record has.</summary>
    internal bool IsOfTrail => s_needed.All(_columns.ContainsKey);

    /// <summary>The fields that it cannot hold: missing ones, and the members that its <c>useridentity</c> lacks.</summary>
    internal IReadOnlyList<string> Missing =>
    [
        .. RecordFieldNames.All.Where(name => !_columns.ContainsKey(name.ToLowerInvariant())),
        .. _columns.TryGetValue("useridentity", out var identity) && identity.Type.Name == "struct"
            ? TrailColumns.UserIdentity.Where(member => identity.Type.Find(member.Split('.')) is null)
                .Select(member => "userIdentity." + string.Join('.', member.Split('.').Select(ColumnSpelling.Of)))
            : [],
    ];

    /// <summary>The type of a column; null where the table has none.</summary>
    internal HiveType? Type(string name) => _columns.GetValueOrDefault(name)?.Type;

    /// <summary>A column, or a member of one, as a text of SQL; null where the table has none.</summary>
    internal string? Text(params ReadOnlySpan<string> path)
    {
        if (!_columns.TryGetValue(path[0], out var column) || column.Type.Find(path[1..]) is not { IsNested: false } type)
            return null;
        var sql = string.Join('.', path.ToArray().Select(SqlText.Name));
        return type.IsText ? sql : $"CAST({sql} AS varchar)";
    }

    /// <summary>A column as the text of its JSON where it is more than a text; null where the table has none.</summary>
    internal string? JsonText(string name)
    {
        if (!_columns.TryGetValue(name, out var column))
            return null;
        return column.Type.IsNested ? $"json_format(CAST({column.Sql} AS JSON))" : Text(name);
    }

    /// <summary>The field that a column holds; null for one that is none of a record's.</summary>
    internal static RecordField? FieldOf(string column) =>
        RecordFieldNames.TryFind(System.Text.Encoding.UTF8.GetBytes(column), out var field, out _) ? field : null;
}
