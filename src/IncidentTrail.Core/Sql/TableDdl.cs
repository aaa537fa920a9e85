namespace IncidentTrail.Sql;

/// <summary>The statement that makes the table over a trail's bucket, whose partitions are computed and not registered.</summary>
internal sealed class TableDdl(TableName name, TableLocation location, IReadOnlyList<string> accounts, IReadOnlyList<string> regions)
{
    // CloudTrail's first logs are of that month.
    private const string FirstDay = "2013/11/01";

    /// <summary>True for a name that needs no quoting in either of the two languages that tables are spoken of in.</summary>
    internal static bool IsPlainName(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>The statement that makes the table.</summary>
    internal string Create =>
        $"CREATE EXTERNAL TABLE `{name.Database}`.`{name.Table}` (\n"
        + string.Join(",\n", TrailColumns.All.Select(column => $"  `{column.Name}` {column.Type}"))
        + "\n)\nPARTITIONED BY (" + string.Join(", ", TrailColumns.Keys.Select(key => $"`{key.Name}` {key.Type}")) + ")\n"
        + "ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'\n"
        + "STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'\n"
        + "OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'\n"
        + $"LOCATION {Text(location.Root)}\n"
        + "TBLPROPERTIES (\n" + string.Join(",\n", Properties().Select(property => $"  '{property.Key}'={Text(property.Value)}")) + "\n)";

    private Dictionary<string, string> Properties() => new Dictionary<string, string>
    {
        ["classification"] = "cloudtrail",
        ["projection.enabled"] = "true",
        ["projection.account.type"] = "enum",
        ["projection.account.values"] = string.Join(',', accounts),
        ["projection.region.type"] = "enum",
        ["projection.region.values"] = string.Join(',', regions),
        ["projection.date.type"] = "date",
        ["projection.date.format"] = "yyyy/MM/dd",
        ["projection.date.range"] = FirstDay + ",NOW",
        ["projection.date.interval"] = "1",
        ["projection.date.interval.unit"] = "DAYS",
        ["storage.location.template"] = $"{location.Root}${{account}}/CloudTrail/${{region}}/${{date}}/",
    };

    // Hive's texts, which are not Trino's: there a backslash escapes.
    private static string Text(string value) =>
        "'" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
}
