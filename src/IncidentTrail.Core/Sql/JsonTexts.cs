namespace IncidentTrail.Sql;

/// <summary>Conditions on columns that hold JSON as text, where a letter may be written as an escape.</summary>
internal static class JsonTexts
{
    /// <summary>The condition that the text may hold escapes of characters.</summary>
    internal static string MayBeEscaped(string column) => SqlText.Like(column, "%" + SqlText.LikeLiteral("\\u") + "%");

    /// <summary>The condition that the text may hold another, which is in lower case.</summary>
    internal static string MayHold(string column, string text) =>
        $"({SqlText.Like(SqlText.Folded(column), "%" + SqlText.LikeLiteral(text) + "%")} OR {MayBeEscaped(column)})";
}
