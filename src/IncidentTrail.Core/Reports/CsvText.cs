namespace IncidentTrail.Reports;

/// <summary>Text as a cell of a CSV file that no spreadsheet takes for a formula.</summary>
internal static class CsvText
{
    // The wide forms are operators to a spreadsheet in some languages.
    private const string Operators = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    internal static string Of(string text)
    {
        var cell = TextForDisplay.Plain(text);
        if (cell.TrimStart() is [var first, ..] && (Operators.Contains(first) || first == '|' || text[0] is '\t' or '\r' or '\n'))
            cell = "'" + cell;
        return "\"" + cell.Replace("\"", "\"\"") + "\"";
    }
}
