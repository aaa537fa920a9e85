using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>What Athena's catalogue holds: one database, and the table in it that a test gives or a statement makes.</summary>
internal sealed partial class AthenaCatalog
{
    public string Database { get; set; } = "audit";

    public string Table { get; set; } = "trail";

    /// <summary>Columns with their types; none where there is no table.</summary>
    public IReadOnlyList<(string Name, string Type)> Columns { get; set; } = [];

    public IReadOnlyList<(string Name, string Type)> Keys { get; set; } = [];

    public IReadOnlyDictionary<string, string> Parameters { get; set; } =
        new Dictionary<string, string> { ["projection.enabled"] = "true", ["projection.date.format"] = "yyyy/MM/dd" };

    public LoopbackAnswer Describe(string database, string table)
    {
        if (database != Database)
            return Absent($"Database {database} not found.");
        if (table != Table || Columns.Count == 0)
            return Absent("Entity Not Found");
        return LoopbackAnswer.Ok(new JsonObject
        {
            ["TableMetadata"] = new JsonObject
            {
                ["Name"] = Table, ["TableType"] = "EXTERNAL_TABLE", [nameof(Columns)] = Described(Columns), ["PartitionKeys"] = Described(Keys),
                [nameof(Parameters)] = new JsonObject(Parameters.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value))),
            },
        }.ToJsonString());
    }

    /// <summary>Takes a statement that makes or removes a table; null where it succeeds, else why it fails.</summary>
    public string? Run(string sql)
    {
        if (Name().Match(sql) is not { Success: true } name)
            return null;
        if (name.Groups["database"].Value != Database)
            return $"FAILED: SemanticException [Error 10072]: Database does not exist: {name.Groups["database"].Value}";
        if (!name.Groups["makes"].Success)
        {
            Columns = [];
            return null;
        }
        if (Columns.Count > 0 && name.Groups["table"].Value == Table)
            return "FAILED: Execution Error, return code 1: AlreadyExistsException(message:Table trail already exists.)";
        Table = name.Groups["table"].Value;
        Columns = [.. Column().Matches(sql).Select(column => (column.Groups[1].Value, column.Groups[2].Value))];
        Keys = [.. Key().Matches(sql[sql.IndexOf("PARTITIONED BY", StringComparison.Ordinal)..].Split('\n')[0])
            .Select(key => (key.Groups[1].Value, key.Groups[2].Value))];
        Parameters = Property().Matches(sql).ToDictionary(property => property.Groups[1].Value, property => property.Groups[2].Value);
        return null;
    }

    private static LoopbackAnswer Absent(string message) => LoopbackAnswer.Error(
        400, "MetadataException",
        message + " (Service: AmazonDataCatalog; Status Code: 400; Error Code: EntityNotFoundException; Request ID: 1; Proxy: null)");

    private static JsonArray Described(IEnumerable<(string Name, string Type)> columns) =>
        new([.. columns.Select(column => new JsonObject { ["Name"] = column.Name, ["Type"] = column.Type })]);

    [GeneratedRegex("^(?:(?<makes>CREATE EXTERNAL)|DROP) TABLE (?:IF EXISTS )?`(?<database>[^`]+)`\\.`(?<table>[^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("^  `([^`]+)` (.+?),?$", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex("`([^`]+)` ([a-z]+)")]
    private static partial Regex Key();

    [GeneratedRegex("^  '([^']+)'='([^']*)',?$", RegexOptions.Multiline)]
    private static partial Regex Property();
}
