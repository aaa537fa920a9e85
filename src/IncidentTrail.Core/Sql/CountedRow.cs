using System.Text.Json;

namespace IncidentTrail.Sql;

/// <summary>A row of a <see cref="CallerStatement"/>: a caller, as SQL tells callers apart, and what it did.</summary>
internal sealed class CountedRow
{
    private const int Parts = 6;

    private CountedRow()
    {
    }

    /// <summary>Its calls by what they have in common; the texts are those of the statement.</summary>
    internal List<IReadOnlyList<IReadOnlyList<string?>>> Seen { get; } = [];

    /// <summary>Its calls that may have several records: how many, and the records of each.</summary>
    internal List<(long Times, IReadOnlyList<string?> Records)> Shared { get; } = [];

    /// <summary>Reads a row. What tells the caller apart, in the columns before what it did, is in the records too.</summary>
    internal static CountedRow Read(IReadOnlyList<string?> values)
    {
        var row = new CountedRow();
        using var document = JsonDocument.Parse(values[2] ?? "[]");
        foreach (var part in document.RootElement.EnumerateArray())
        {
            IReadOnlyList<IReadOnlyList<string?>> lists = [.. part.EnumerateArray().Select(Texts)];
            if (lists.Count == Parts)
                row.Seen.Add(lists);
            else
                row.Shared.Add((Number(lists[0][0]), lists[1]));
        }
        return row;
    }

    /// <summary>The texts of an array in a text; null among them is null.</summary>
    internal static IReadOnlyList<string?> Texts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Texts(document.RootElement);
    }

    /// <summary>The calls of an object in a text, each with its number; none where there is no text.</summary>
    internal static IReadOnlyList<(CountedCall Call, long Times)> Calls(string? json)
    {
        if (json is null)
            return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(call => (CountedCall.Read(call.Name), call.Value.GetInt64()))];
    }

    internal static long Number(string? text) => long.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);

    private static List<string?> Texts(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(each => each.GetString())] : [];
}
