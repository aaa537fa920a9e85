namespace IncidentTrail.Sql;

/// <summary>A column of a table, or a partition key: its name in lower case and its type.</summary>
internal sealed record TableColumn(string Name, HiveType Type)
{
    internal static TableColumn Of(string name, string type) => new(name.ToLowerInvariant(), HiveType.Parse(type));

    /// <summary>The name as SQL takes it: several are reserved words.</summary>
    internal string Sql => SqlText.Name(Name);
}
