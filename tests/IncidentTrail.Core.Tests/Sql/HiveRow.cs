using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>What Hive makes of a record: the columns of a row, and the record that is left of it.</summary>
internal static class HiveRow
{
    /// <summary>The value of a column as DuckDB's SQL writes it.</summary>
    internal static string Literal(JsonNode? value, HiveType type) => (value, type.Name) switch
    {
        (null, _) => "NULL",
        (JsonObject members, "struct") => "{" + string.Join(", ", type.Members.Select(member =>
            $"{Quoted(member.Key)}: {Literal(Member(members, member.Key), member.Value)}")) + "}",
        (JsonObject members, "map") => "MAP {" + string.Join(", ", members.Select(each => $"{Quoted(each.Key)}: {Quoted(Text(each.Value)!)}")) + "}",
        (JsonArray each, "array") => "[" + string.Join(", ", each.Select(one => Literal(one, type.Element!))) + "]",
        (_, "struct" or "map" or "array") => "NULL",
        (_, "boolean") => bool.TryParse(Text(value), out var flag) ? flag ? "true" : "false" : "NULL",
        _ => Quoted(Text(value)!),
    };

    /// <summary>The record without what the columns cannot hold.</summary>
    internal static JsonObject Left(JsonObject record, IReadOnlyList<TableColumn> columns)
    {
        var left = new JsonObject();
        foreach (var (name, value) in record)
        {
            if (columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } column && Left(value, column.Type) is { } kept)
                left[name] = kept;
        }
        return left;
    }

    internal static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The type as DuckDB writes it.</summary>
    internal static string DuckType(HiveType type) => type.Name switch
    {
        "struct" => $"STRUCT({string.Join(", ", type.Members.Select(member => $"\"{member.Key}\" {DuckType(member.Value)}"))})",
        "map" => "MAP(VARCHAR, VARCHAR)",
        "array" => DuckType(type.Element!) + "[]",
        "boolean" => "BOOLEAN",
        "bigint" => "BIGINT",
        "int" => "INTEGER",
        _ => "VARCHAR",
    };

    private static JsonNode? Left(JsonNode? value, HiveType type)
    {
        switch (value, type.Name)
        {
            case (JsonObject members, "struct"):
                var left = new JsonObject();
                foreach (var (name, member) in members)
                {
                    if (type.Members.TryGetValue(name.ToLowerInvariant(), out var of) && Left(member, of) is { } kept)
                        left[name] = kept;
                }
                return left;
            case (JsonArray each, "array"):
                return new JsonArray([.. each.Select(one => Left(one, type.Element!))]);
            case (JsonObject members, "map"):
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Text(member.Value))));
            case (_, "struct" or "array" or "map"):
                return null;
            case (_, "boolean"):
                return bool.TryParse(Text(value), out var flag) ? JsonValue.Create(flag) : null;
            default:
                return value?.DeepClone();
        }
    }

    private static JsonNode? Member(JsonObject members, string name) =>
        members.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    // A text column holds an object's JSON as it stands.
    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
