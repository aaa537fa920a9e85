using System.Diagnostics.CodeAnalysis;

namespace IncidentTrail.Sql;

/// <summary>A table by its database and its own name.</summary>
internal sealed record TableName(string Database, string Table)
{
    /// <summary>The name as SQL takes it.</summary>
    internal string Sql => $"{SqlText.Name(Database)}.{SqlText.Name(Table)}";

    /// <summary>The statement that removes the table; its logs stay.</summary>
    internal string Drop => $"DROP TABLE IF EXISTS `{Database}`.`{Table}`";

    /// <summary>Reads <c>database.table</c>; false where either is missing.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out TableName? name)
    {
        name = text.Trim().Split('.') is [{ Length: > 0 } database, { Length: > 0 } table]
            && !string.IsNullOrWhiteSpace(database) && !string.IsNullOrWhiteSpace(table)
            ? new TableName(database.ToLowerInvariant(), table.ToLowerInvariant()) : null;
        return name is not null;
    }

    /// <summary>Database and table.</summary>
    public override string ToString() => $"{Database}.{Table}";
}
