using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentTrail.Reports;

/// <summary>
/// The columns of a page's tables. What a column is called, which a phone shows in front of each cell, and how wide it is, the style says
/// once for each kind of table: a page of a thousand incidents has some hundred thousand cells.
/// </summary>
internal sealed partial class HtmlColumns
{
    /// <summary>The column of links.</summary>
    internal const string Links = "See";

    private readonly List<IReadOnlyList<string>> _kinds = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <param name="blocks">All that the page holds.</param>
    internal HtmlColumns(IEnumerable<ReportBlock> blocks)
    {
        foreach (var table in blocks.OfType<ReportBlock.Table>())
        {
            if (_numbers.TryAdd(KeyOf(table), _kinds.Count))
                _kinds.Add([.. table.Columns, Links]);
        }
        Style = NamedCell().Replace(HtmlStyle.Text, named => CellsOf(named.Groups[1].Value)) + Names();
    }

    /// <summary>The page's style.</summary>
    internal string Style { get; }

    /// <summary>The class of a table.</summary>
    internal string ClassOf(ReportBlock.Table table) => ClassOf(_numbers[KeyOf(table)]);

    private static string ClassOf(int number) => string.Create(CultureInfo.InvariantCulture, $"t{number}");

    private static string KeyOf(ReportBlock.Table table) => string.Join('\n', table.Columns);

    private string CellsOf(string column)
    {
        var cells = new List<string>();
        for (var kind = 0; kind < _kinds.Count; kind++)
        {
            for (var i = 0; i < _kinds[kind].Count; i++)
            {
                if (_kinds[kind][i] == column)
                    cells.Add(CellOf(kind, i));
            }
        }
        return cells.Count == 0 ? "td:not(*)" : $":is({string.Join(',', cells)})";
    }

    private string Names()
    {
        var names = new StringBuilder();
        for (var kind = 0; kind < _kinds.Count; kind++)
        {
            for (var i = 0; i < _kinds[kind].Count; i++)
                names.Append(CellOf(kind, i)).Append("{--column:\"").Append(_kinds[kind][i]).Append("\"}\n");
        }
        return names.ToString();
    }

    private static string CellOf(int kind, int place) => string.Create(CultureInfo.InvariantCulture, $".{ClassOf(kind)} td:nth-child({place + 1})");

    [GeneratedRegex(@"td\[data-column=""?([^\]""]+)""?\]", RegexOptions.CultureInvariant)]
    private static partial Regex NamedCell();
}
